using AiOs.Simulation.Stores;
using AiOs.Testing.Stores;

namespace AiOs.Simulation.Controls;

/// <summary>A store that now and then acknowledges a write and keeps nothing of it.</summary>
internal sealed class LossyGate(IStoreGate inner) : IStoreGate
{
    private const int Every = 9;

    private int _writes;

    public Task<T> PassAsync<T>(Func<StoreTables, T> use, bool writes) =>
        writes && ++_writes % Every == 0 ? inner.PassAsync(_ => default(T)!, writes) : inner.PassAsync(use, writes);
}
