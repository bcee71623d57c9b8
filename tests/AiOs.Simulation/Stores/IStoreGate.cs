using AiOs.Testing.Stores;

namespace AiOs.Simulation.Stores;

/// <summary>The way to the tables: through the world's faults for a host, straight for the inspector.</summary>
internal interface IStoreGate
{
    /// <summary>Does something with the tables.</summary>
    /// <typeparam name="T">What comes back.</typeparam>
    /// <param name="use">What is done.</param>
    /// <param name="writes">Whether it is a write of the journal.</param>
    /// <returns>The reply, if one ever comes.</returns>
    Task<T> PassAsync<T>(Func<StoreTables, T> use, bool writes);
}
