using AiOs.Contracts.Ids;
using AiOs.Simulation.Models;
using AiOs.Simulation.Outside;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants;

/// <summary>What goes out is, byte for byte, what the journal holds.</summary>
internal sealed class ExactBytes : Invariant
{
    public override Happening? Harm => Happening.Unapproved;

    public override string? OnCalled(EffectModel? effect, Applied call)
    {
        if (effect?.Bytes is null)
        {
            return $"{call.Kind} {call.Effect} was called with bytes that the journal does not hold.";
        }

        return call.Digest != effect.Line.Digest || Digest.Of(effect.Bytes) != call.Digest
            ? $"{call.Kind} {call.Effect} was called with other bytes than those in the journal."
            : null;
    }
}
