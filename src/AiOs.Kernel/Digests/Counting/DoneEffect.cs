using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Digests.Counting;

/// <summary>One effect that happened.</summary>
/// <param name="WorkItem">Its work item's stream.</param>
/// <param name="Effect">Which effect.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Category">What it touches.</param>
/// <param name="Asked">Whether the operator said yes to it, or wanted it taken back.</param>
/// <param name="Sentence">What happened, for people; nothing where its subject was forgotten.</param>
internal sealed record DoneEffect(StreamId WorkItem, EffectId Effect, EffectKind Kind, EffectCategory Category, bool Asked, string? Sentence);
