namespace AiOs.Contracts.Leases;

/// <summary>A lease that was given.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Until">When it ends by itself, by the store's clock.</param>
public sealed record Lease(string Name, string Holder, DateTimeOffset Until);
