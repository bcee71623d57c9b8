using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Simulation.Outside;

/// <summary>What came to an outside system, as it wrote it down itself.</summary>
/// <param name="Effect">The id that stands in the bytes.</param>
/// <param name="Kind">What was asked for.</param>
/// <param name="Class">What the system promises of repeats.</param>
/// <param name="Key">The key that came with it.</param>
/// <param name="Digest">SHA-256 of the bytes that came.</param>
internal sealed record Applied(EffectId Effect, EffectKind Kind, OutcomeClass Class, string Key, Digest Digest);
