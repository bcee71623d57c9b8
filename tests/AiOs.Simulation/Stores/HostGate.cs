using AiOs.Contracts;
using AiOs.Simulation.Scheduling;
using AiOs.Testing.Stores;

namespace AiOs.Simulation.Stores;

/// <summary>One host's way to the store. What is under way when the host dies still arrives at a store elsewhere, and never at one in the same process.</summary>
internal sealed class HostGate(WorldStore store, SimulatedScheduler scheduler, Lane outside, Lane lane) : IStoreGate
{
    public Task<T> PassAsync<T>(Func<StoreTables, T> use, bool writes)
    {
        scheduler.CheckThread("the store");
        if (lane.IsDead)
        {
            return Never<T>();
        }

        if (!store.IsRemote)
        {
            return AtOnce(use, writes);
        }

        var reply = new TaskCompletionSource<T>();
        scheduler.Post(outside, () => Arrive(use, writes, reply));
        return reply.Task;
    }

    private Task<T> AtOnce<T>(Func<StoreTables, T> use, bool writes)
    {
        try
        {
            return Task.FromResult(store.Perform(use, writes));
        }
        catch (AiOsException fault)
        {
            return Task.FromException<T>(fault);
        }
    }

    private void Arrive<T>(Func<StoreTables, T> use, bool writes, TaskCompletionSource<T> reply)
    {
        if (lane.IsDead && store.IsExclusive)
        {
            return;
        }

        try
        {
            var result = store.Perform(use, writes);
            scheduler.Post(lane, () => reply.TrySetResult(result));
        }
        catch (AiOsException fault)
        {
            scheduler.Post(lane, () => reply.TrySetException(fault));
        }
    }

    /// <summary>A dead host waits for ever.</summary>
    private static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;
}
