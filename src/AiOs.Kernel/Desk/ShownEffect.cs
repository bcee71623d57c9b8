using AiOs.Contracts.Effects;
using AiOs.Kernel.Effects;

namespace AiOs.Kernel.Desk;

/// <summary>An effect with what is shown of it.</summary>
/// <param name="Attempt">The effect.</param>
/// <param name="Preview">Made from its exact bytes.</param>
internal sealed record ShownEffect(EffectAttempt Attempt, EffectPreview Preview);
