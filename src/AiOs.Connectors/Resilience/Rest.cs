namespace AiOs.Connectors.Resilience;

/// <summary>A time in which a part is not called.</summary>
/// <param name="Faults">After how many faults.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Until">When it is over, UTC.</param>
internal sealed record Rest(int Faults, TimeSpan Length, DateTimeOffset Until);
