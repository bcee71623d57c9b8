using AiOs.Contracts.Cards;

namespace AiOs.Contracts.Effects;

/// <summary>What the operator sees of an effect: made by the host from its exact bytes, never by an agent.</summary>
/// <param name="Title">What would happen, in a few words: <c>Send a mail to anna@example.com</c>.</param>
/// <param name="Blocks">All that the bytes say, whole.</param>
/// <param name="Gaps">What is missing, one short clause each; an effect with a gap is never approvable.</param>
public sealed record EffectPreview(string Title, IReadOnlyList<CardBlock> Blocks, IReadOnlyList<string> Gaps);
