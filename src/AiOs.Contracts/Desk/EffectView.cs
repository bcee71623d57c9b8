using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Desk;

/// <summary>One effect as it stands.</summary>
/// <param name="Id">Which effect.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Title">What it does, in a few words, made from its exact bytes.</param>
/// <param name="Preview">All it would do, as plain text made from its exact bytes.</param>
/// <param name="Digest">SHA-256 of its exact bytes.</param>
/// <param name="Gaps">What is missing; never approvable while there is something.</param>
/// <param name="Outcome"><c>proposed</c>, <c>requested</c>, <c>done</c>, <c>failed</c>, <c>unknown</c>, <c>withdrawn</c> or <c>denied</c>.</param>
/// <param name="Detail">What happened, for people; nothing before it happened.</param>
public sealed record EffectView(EffectId Id, EffectKind Kind, string Title, string Preview, Digest Digest, IReadOnlyList<string> Gaps, string Outcome, string? Detail);
