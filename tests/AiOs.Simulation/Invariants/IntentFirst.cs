using AiOs.Simulation.Models;
using AiOs.Simulation.Outside;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants;

/// <summary>No call goes out before the journal holds its request: one call for one request.</summary>
internal sealed class IntentFirst : Invariant
{
    public override Happening? Harm => Happening.Unapproved;

    public override string? OnCalled(EffectModel? effect, Applied call)
    {
        if (effect is null || effect.Requests.Count == 0)
        {
            return $"{call.Kind} {call.Effect} was called, and the journal holds no request for it.";
        }

        return effect.Calls > effect.Requests.Count ? $"{call.Kind} {call.Effect} was called {effect.Calls} times on {effect.Requests.Count} journalled requests." : null;
    }
}
