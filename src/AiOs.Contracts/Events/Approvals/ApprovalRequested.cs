using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator was asked to decide.</summary>
/// <param name="Approval">The question's id.</param>
/// <param name="Proposal">The proposal.</param>
/// <param name="Effects">All that would run, in order.</param>
/// <param name="Digest">What a decision must name: SHA-256 over the canonical JSON of effects, Record versions, policy version, tier and expiry.</param>
/// <param name="Tier">1: one tap. 2: type the amount or name. 3: second channel or cool-off.</param>
/// <param name="Policy">The policy's version.</param>
/// <param name="ExpiresAt">When silence becomes no.</param>
public sealed record ApprovalRequested(ApprovalId Approval, ProposalId Proposal, IReadOnlyList<EffectId> Effects, Digest Digest, int Tier, string Policy, DateTimeOffset ExpiresAt)
    : PersonalEvent<ApprovalRequested.Words>
{
    /// <summary>The Record versions that the question relies on.</summary>
    public IReadOnlyList<RecordVersion>? Records { get; init; }

    /// <summary>The question that this one takes the place of after a value had changed.</summary>
    public ApprovalId? Replaces { get; init; }

    /// <summary>True where the day's interruptions were used up, so that it waits for the digest.</summary>
    public bool? Quiet { get; init; }

    /// <summary>What is done when nobody answers, in order.</summary>
    public IReadOnlyList<LadderRung>? Ladder { get; init; }

    /// <summary>How long a question of tier 3 rests between the two yeses on one channel, in seconds.</summary>
    public long? CoolOffSeconds { get; init; }

    /// <summary>What is personal in a question.</summary>
    /// <param name="Nonce">The single-use token of its card, 32 hexadecimal digits.</param>
    /// <param name="Confirm">What the operator has to type, where the tier asks for it.</param>
    /// <param name="Relies">The values of Records that it relies on.</param>
    /// <param name="Differences">What is different from the question before it, one sentence each.</param>
    public sealed record Words(string Nonce, string? Confirm, IReadOnlyList<RecordReliance> Relies, IReadOnlyList<string> Differences);
}
