using AiOs.Testing.Stores;

namespace AiOs.Simulation.Stores;

/// <summary>The inspector's way: at once and without faults.</summary>
internal sealed class StraightGate(StoreTables tables) : IStoreGate
{
    public Task<T> PassAsync<T>(Func<StoreTables, T> use, bool writes) => Task.FromResult(use(tables));
}
