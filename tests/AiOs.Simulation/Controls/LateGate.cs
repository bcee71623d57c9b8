using AiOs.Simulation.Stores;
using AiOs.Testing.Stores;

namespace AiOs.Simulation.Controls;

/// <summary>A store that says a write is durable and only keeps it in mind until the next one, so that calls come before their request is journalled.</summary>
internal sealed class LateGate(IStoreGate inner) : IStoreGate
{
    private Action<StoreTables>? _held;

    public Task<T> PassAsync<T>(Func<StoreTables, T> use, bool writes)
    {
        if (!writes)
        {
            return inner.PassAsync(use, writes);
        }

        var held = _held;
        _held = tables => use(tables);
        return inner.PassAsync(
            tables =>
            {
                held?.Invoke(tables);
                return default(T)!;
            },
            writes);
    }
}
