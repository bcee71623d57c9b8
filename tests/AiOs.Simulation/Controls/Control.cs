using AiOs.Kernel.Ledger;
using AiOs.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Simulation.Controls;

/// <summary>A kernel that is broken on purpose, which the simulation must catch.</summary>
/// <param name="Name">What is wrong with it.</param>
internal sealed record Control(string Name)
{
    /// <summary>Puts the broken part in the place of the right one.</summary>
    public Action<IServiceCollection> Break { get; init; } = _ => { };

    /// <summary>Breaks what the ledger's snapshots keep.</summary>
    public Func<WorkspaceLedger, WorkspaceLedger>? Snapshot { get; init; }

    /// <summary>Puts a broken way to the store in the place of the right one.</summary>
    public Func<IStoreGate, IStoreGate> Gate { get; init; } = gate => gate;
}
