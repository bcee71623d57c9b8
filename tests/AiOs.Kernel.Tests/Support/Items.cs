using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Support;

/// <summary>Work items as they are after some events, with exact bytes that are whole.</summary>
internal static class Items
{
    private static readonly byte[] Salt = new byte[16];

    public static Surroundings Normal { get; } = new() { Now = Some.Moment, Incarnation = "host-1", Alone = true, Policy = KernelHarness.BuiltIn };

    /// <summary>A mail that relies on the Record of Berg in version 3.</summary>
    public static WorkItem Drafted(params EffectDraft[] drafts)
    {
        Effect[] effects = [.. (drafts is [] ? [Some.Email("Thank you.")] : drafts).Select((draft, index) => EffectBytes.Fix(draft, new EffectId(Facts.Id(20 + index)), Salt))];
        return Received().Apply(
            [
                new ProposalDrafted(Facts.Proposal, AgentName.Execution, new Confidence(900), [.. effects.Select(LineOf)])
                {
                    Personal = new ProposalDrafted.Words("s", [], [new Evidence("record client/berg", 3, "Köln", Provenance.Record)], [.. effects.Select(EffectBytes.TextOf)]),
                },
            ],
            Some.Moment);
    }

    /// <summary>A plan of notes, each of which can be taken back unless it is said to be final, all allowed.</summary>
    public static WorkItem Allowed(params Undo[] undos)
    {
        var lines = undos.Select((undo, index) => LineOf(NoteOf(index)) with { OutcomeClass = OutcomeClass.Neither, Undo = undo is Undo.Final ? null : undo }).ToArray();
        var drafted = new ProposalDrafted(Facts.Proposal, AgentName.Execution, new Confidence(900), lines)
        {
            Personal = new ProposalDrafted.Words("s", [], [], [.. undos.Select((_, index) => EffectBytes.TextOf(NoteOf(index)))]),
        };
        return Received().Apply([drafted, .. lines.Select(line => new EffectJudged(line.Effect, EffectJudged.AnswerKind.Allow, 0, "r", "s", "p"))], Some.Moment);
    }

    public static EffectId Nth(int index) => new(Facts.Id(20 + index));

    public static IReadOnlyList<JournalEvent> Done(int index) => [Requested(index), new EffectSucceeded(Nth(index), 1)];

    public static EffectRequested Requested(int index) => new(Nth(index), 1, "aios-" + Nth(index), "host-1", Some.Moment.AddMinutes(1));

    private static WorkItem Received()
    {
        var id = new WorkItemId(Facts.Id(5));
        return new WorkItem { Stream = StreamId.Of(id), Id = id }.Apply(
            [
                new MessageReceived(new MessageId(Facts.Id(6)), ChannelName.Mail, Authority.External, 0, null),
                new IntentClassified(Category.Inquiry, new Confidence(900), Sure: true, "intake"),
            ],
            Some.Moment);
    }

    private static Effect NoteOf(int index) => EffectBytes.Fix(Some.Note("note"), Nth(index), Salt);

    private static ProposalDrafted.EffectLine LineOf(Effect effect) => new(effect.Id, effect.Kind, EffectCategory.Reputation, OutcomeClass.Neither, effect.Digest, 0);
}
