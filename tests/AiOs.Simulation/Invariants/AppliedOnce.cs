using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Simulation.Models;
using AiOs.Simulation.Outside;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants;

/// <summary>The outside does an effect once, and once more only where the operator said "send it again" or the outside proved that it had not happened.</summary>
internal sealed class AppliedOnce : Invariant
{
    public override Happening? Harm => Happening.Duplicate;

    public override string? OnApplied(EffectModel? effect, Applied call, int times) =>
        times > 1 + (call.Class is OutcomeClass.Keyed ? 0 : effect is null ? 0 : effect.SentAgain + effect.Disproved) ? $"{call.Kind} {call.Effect} was done {times} times." : null;

    public override string? OnEvent(ItemModel item, SeenEvent seen) => seen.Event switch
    {
        NoteKept { Effect: var id } => Twice(item, id),
        NoteWithdrawn { Effect: var id } => Twice(item, id),
        PolicyAdopted { Effect: { } id } => Twice(item, id),
        RecordWritten { Effect: var id } => Twice(item, id),
        _ => null,
    };

    private static string? Twice(ItemModel item, Contracts.Ids.EffectId id) =>
        item.Journal.Effects.TryGetValue(id, out var effect) && effect.Written > 0 ? $"What effect {id} writes stands in the journal twice." : null;
}
