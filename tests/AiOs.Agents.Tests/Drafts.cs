using System.Text.Json;
using AiOs.Agents.Billing;
using AiOs.Agents.Editor;
using AiOs.Agents.Execution;
using AiOs.Agents.Intake;
using AiOs.Agents.Research;
using AiOs.Agents.Sales;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests;

/// <summary>Drafts as the kernel would have them drafted.</summary>
internal static class Drafts
{
    private static readonly IntakeAgent Intake = new();

    public static IReadOnlyList<IAgent> Agents { get; } = [new ExecutionAgent(), new BillingAgent(), new SalesAgent(), new ResearchAgent(), new EditorAgent()];

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

    /// <summary>The draft of whoever prepares it, picked as the kernel does.</summary>
    public static ProposalDraft Draft(this AgentBrief brief) => brief.Agent().DraftAsync(brief, CancellationToken.None).GetAwaiter().GetResult();

    public static IAgent Agent(this AgentBrief brief) => For(
        brief.OperatorWords.Count > 0 && Intake.ReadCategory(brief.OperatorWords[^1]) is { } said ? brief.Intent with { Category = said, Sure = true, For = null } : brief.Intent);

    private static IAgent For(Intent intent) =>
        (intent.For is { } name ? Agents.FirstOrDefault(agent => agent.Name == name) : null)
        ?? (intent.Sure ? Agents.FirstOrDefault(agent => agent.Takes.Contains(intent.Category)) : null)
        ?? Agents[0];

    /// <summary>A Record whose fields the operator said.</summary>
    public static RecordSnapshot Known(string id, long version, params (string Field, string Value)[] fields) =>
        new(RecordId.TryParse(id, out var record) ? record : throw new ArgumentException(id), version, fields.ToDictionary(field => field.Field, field => new RecordField(field.Value, Provenance.Operator)));

    public static AgentBrief Answered(this AgentBrief brief, params string[] words) =>
        brief with { OperatorWords = words, Previous = brief.Draft() };

    public static ProposalDraft Changed(this AgentBrief brief, string words) =>
        Draft(brief with { Previous = brief.Draft(), OperatorWords = [.. brief.OperatorWords, words], ChangeWanted = true });

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
