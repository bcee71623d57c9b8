using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Kernel.WorkItems;

/// <summary>The proposal that a work item stands on.</summary>
/// <param name="Id">Which proposal.</param>
/// <param name="Agent">Who drafted it.</param>
/// <param name="Confidence">How sure the agent is.</param>
/// <param name="Effects">What it would do, in order.</param>
/// <param name="Words">The agent's words; nothing where the subject was forgotten.</param>
internal sealed record Plan(ProposalId Id, AgentName Agent, Confidence Confidence, IReadOnlyList<EffectId> Effects, ProposalDrafted.Words? Words)
{
    private const string RecordSource = "record ";

    /// <summary>Whether it takes back what an earlier plan did.</summary>
    public bool Compensates { get; init; }

    /// <summary>Whether it only keeps the operator's answer to a missing fact.</summary>
    public bool Keeps { get; init; }

    /// <summary>Whether it is one step of several, so that the next one is prepared when it is done.</summary>
    public bool Continues { get; init; }

    /// <summary>What the operator was asked before it, so that the difference can be shown; empty where they were not.</summary>
    public IReadOnlyList<Effect> Before { get; init; } = [];

    /// <summary>The evidence, which is empty where the subject was forgotten.</summary>
    public IReadOnlyList<Evidence> Evidence => Words?.Evidence ?? [];

    /// <summary>Every Record that it relies on, in the version that was read for it.</summary>
    public IReadOnlyList<RecordVersion> Cited =>
    [
        .. Evidence.Select(CitedBy).OfType<RecordVersion>()
            .Concat((Words?.Grounds ?? []).SelectMany(grounds => grounds.Values).Select(CitedBy).OfType<RecordVersion>())
            .DistinctBy(cited => cited.Record),
    ];

    /// <summary>What a card of the plan so far has shown for a decision.</summary>
    public static IReadOnlyList<Effect> AskedIn(WorkItem item) =>
        item.CurrentApproval is null ? [] : [.. item.CurrentEffects.Select(attempt => attempt.Effect).OfType<Effect>()];

    private static RecordVersion? CitedBy(Evidence evidence) =>
        evidence.Version is { } version && evidence.Source.StartsWith(RecordSource, StringComparison.Ordinal) && RecordId.TryParse(evidence.Source[RecordSource.Length..], out var record)
            ? new RecordVersion(record, version)
            : null;

    private static RecordVersion? CitedBy(GroundedValue value) =>
        value is { Record: { } record, Version: { } version } ? new RecordVersion(record, version) : null;
}
