using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Desk;

/// <summary>One question to the operator as it stands.</summary>
/// <param name="Id">Which approval.</param>
/// <param name="Digest">What a decision must name: SHA-256 over the canonical JSON array of the effects' bytes.</param>
/// <param name="State"><c>open</c>, <c>granted</c>, <c>rejected</c>, <c>superseded</c> or <c>expired</c>.</param>
/// <param name="ExpiresAt">When silence becomes no.</param>
/// <param name="Decided">Who decided, where and when, as one line; nothing while it is open.</param>
/// <param name="Effects">What it would do.</param>
public sealed record ApprovalView(ApprovalId Id, Digest Digest, string State, DateTimeOffset ExpiresAt, string? Decided, IReadOnlyList<EffectView> Effects);
