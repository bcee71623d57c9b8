using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Simulation.Models;
using AiOs.Simulation.Outside;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants;

/// <summary>An effect has one key for ever, and no other effect has it.</summary>
internal sealed class KeyForEver : Invariant
{
    private readonly Dictionary<string, EffectId> _owners = [];

    public override Happening? Harm => Happening.Duplicate;

    public override string? OnEvent(ItemModel item, SeenEvent seen)
    {
        if (seen.Event is not EffectRequested requested)
        {
            return null;
        }

        _owners.TryAdd(requested.Key, requested.Effect);
        if (_owners[requested.Key] != requested.Effect)
        {
            return $"Effect {requested.Effect} has the key of effect {_owners[requested.Key]}.";
        }

        return item.Journal.Effects.TryGetValue(requested.Effect, out var effect) && effect.Requests is [var first, ..] && first.Key != requested.Key
            ? $"The key of effect {requested.Effect} changed from one attempt to the next."
            : null;
    }

    public override string? OnCalled(EffectModel? effect, Applied call) =>
        effect is { Requests: [var first, ..] } && first.Key != call.Key ? $"{call.Kind} {call.Effect} was called with another key than the journal's." : null;
}
