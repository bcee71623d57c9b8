using AiOs.Contracts.Events;
using AiOs.Simulation.Models;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants.Trust;

/// <summary>From a freeze to the resume after it no host asks for an effect and sets no model money aside.</summary>
internal sealed class FrozenStandsStill : Invariant
{
    public override Happening? Harm => Happening.Unapproved;

    public override string? OnEvent(ItemModel item, SeenEvent seen) => seen.Event switch
    {
        EffectRequested requested when item.Journal.IsFrozen => $"Effect {requested.Effect} is requested at {seen.Commit.Position}, while everything is frozen.",
        ModelMoneyReserved reserved when item.Journal.IsFrozen => $"Model call {reserved.Call} gets money at {seen.Commit.Position}, while everything is frozen.",
        _ => null,
    };
}
