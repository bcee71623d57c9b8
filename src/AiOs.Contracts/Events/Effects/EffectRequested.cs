using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Events;

/// <summary>An attempt is about to be made. It is durable before anything outside is called, and reserves what the effect spends.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Key">The idempotency key, the same for every attempt.</param>
/// <param name="Incarnation">Which start of which host makes it.</param>
/// <param name="Deadline">When the attempt is over, whatever its answer.</param>
public sealed record EffectRequested(EffectId Effect, int Attempt, string Key, string Incarnation, DateTimeOffset Deadline) : JournalEvent
{
    /// <summary>What is reserved, in minor units; nothing where the effect spends nothing.</summary>
    public Money? Cost { get; init; }

    /// <summary>What the money is for.</summary>
    public string? Spend { get; init; }
}
