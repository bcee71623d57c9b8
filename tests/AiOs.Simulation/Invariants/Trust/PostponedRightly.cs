using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Simulation.Models;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants.Trust;

/// <summary>What nobody can repeat safely is put off only where nothing was sent, and "nothing was sent" is true.</summary>
internal sealed class PostponedRightly : Invariant
{
    public override Happening? Harm => Happening.Duplicate;

    public override string? OnEvent(ItemModel item, SeenEvent seen)
    {
        if (seen.Event is not EffectPostponed postponed || !item.Journal.Effects.TryGetValue(postponed.Effect, out var effect))
        {
            return null;
        }

        if (postponed.Called)
        {
            return effect.Line.OutcomeClass is OutcomeClass.Neither ? $"Effect {postponed.Effect} of class Neither is put off after a call." : null;
        }

        return effect.NotTried + 1 > effect.Skipped ? $"Effect {postponed.Effect} is put off as not tried, and the outside was called." : null;
    }
}
