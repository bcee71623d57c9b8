using System.Text.Json;
using AiOs.Agents.Execution;
using AiOs.Agents.Intake;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Execution;

/// <summary>Drafts as the kernel would have them drafted.</summary>
internal static class Drafts
{
    private static readonly IntakeAgent Intake = new();

    public static AgentBrief Brief(MessageContent message, Category? category = null, Authority authority = Authority.External)
    {
        var intent = Intake.Understand(Some.Case(message, authority));
        return new AgentBrief
        {
            Message = message,
            Authority = authority,
            Intent = category is { } known ? intent with { Category = known, Sure = true, Confidence = Confidence.Certain } : intent,
            ReceivedAt = Some.Monday,
            TimeZone = Some.Berlin,
            OperatorName = "Jo Operator",
            Currency = "EUR",
        };
    }

    public static AgentBrief Typed(string text) => Brief(Some.Typed(text), authority: Authority.Operator);

    public static ProposalDraft Draft(this AgentBrief brief) => ExecutionAgent.Draft(brief);

    public static AgentBrief Answered(this AgentBrief brief, params string[] words) =>
        brief with { OperatorWords = words, Previous = brief.Draft() };

    public static ProposalDraft Changed(this AgentBrief brief, string words) =>
        ExecutionAgent.Draft(brief with { Previous = brief.Draft(), OperatorWords = [.. brief.OperatorWords, words], ChangeWanted = true });

    public static AgentBrief With(this AgentBrief brief, params RecordSnapshot[] facts) => brief with { Facts = facts };

    public static EmailSendArguments Mail(this ProposalDraft draft) =>
        JsonSerializer.Deserialize(draft.Effects.First(effect =>
            effect.Kind == EffectKind.EmailSend).Arguments, ArgumentsJson.Default.EmailSendArguments)!;

    public static NoteKeepArguments Note(this ProposalDraft draft) =>
        JsonSerializer.Deserialize(draft.Effects.First(effect =>
            effect.Kind == EffectKind.NoteKeep).Arguments, ArgumentsJson.Default.NoteKeepArguments)!;

    public static RecordWriteArguments Record(this ProposalDraft draft) =>
        JsonSerializer.Deserialize(draft.Effects.First(effect =>
            effect.Kind == EffectKind.RecordWrite).Arguments, ArgumentsJson.Default.RecordWriteArguments)!;
}
