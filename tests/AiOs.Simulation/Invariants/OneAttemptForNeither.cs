using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Simulation.Models;
using AiOs.Simulation.Outside;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants;

/// <summary>Where nothing tells a repeat from the first time there is one attempt, and a further one only on the operator's word.</summary>
internal sealed class OneAttemptForNeither : Invariant
{
    public override Happening? Harm => Happening.Duplicate;

    public override string? OnEvent(ItemModel item, SeenEvent seen) =>
        seen.Event is EffectRequested { Effect: var id }
        && item.Journal.Effects.TryGetValue(id, out var effect)
        && effect.Line.OutcomeClass is OutcomeClass.Neither
        && effect.Requests.Count > effect.SentAgain + effect.NotTried
            ? $"Effect {id} of class Neither is requested for the {effect.Requests.Count + 1}. time; the operator asked for that {effect.SentAgain} times."
            : null;

    public override string? OnCalled(EffectModel? effect, Applied call) =>
        call.Class is OutcomeClass.Neither && effect is not null && effect.Calls > effect.SentAgain + 1
            ? $"{call.Kind} {call.Effect} of class Neither was called {effect.Calls} times."
            : null;
}
