using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Effects;

/// <summary>One change to the outside world or to a Record, as data. What is approved, and what runs, is <see cref="Bytes"/> and nothing else.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Bytes">
/// RFC 8785 canonical JSON of <c>{"args":…,"id":…,"kind":…,"salt":…}</c>; the salt (128 random bits) keeps <paramref name="Digest"/> from telling the text.
/// </param>
/// <param name="Digest">SHA-256 of <paramref name="Bytes"/>.</param>
public sealed record Effect(EffectId Id, EffectKind Kind, ReadOnlyMemory<byte> Bytes, Digest Digest);
