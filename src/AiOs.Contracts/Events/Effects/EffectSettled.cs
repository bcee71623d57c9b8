using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator said what became of an attempt whose answer was lost.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Settlement">What the operator said.</param>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record EffectSettled(EffectId Effect, Settlement Settlement, ChannelName Channel, string By) : JournalEvent;
