using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator was asked to decide.</summary>
/// <param name="Approval">The question's id.</param>
/// <param name="Proposal">The proposal.</param>
/// <param name="Effects">All that would run, in order.</param>
/// <param name="Digest">SHA-256 over the canonical JSON array of the effects' bytes.</param>
/// <param name="Tier">1: one tap. 2: type the amount or name. 3: second channel or cool-off.</param>
/// <param name="Policy">The policy's version.</param>
/// <param name="ExpiresAt">When silence becomes no.</param>
public sealed record ApprovalRequested(ApprovalId Approval, ProposalId Proposal, IReadOnlyList<EffectId> Effects, Digest Digest, int Tier, string Policy, DateTimeOffset ExpiresAt) : JournalEvent;
