namespace AiOs.Contracts.Charts;

/// <summary>Money of several days.</summary>
/// <param name="Name">What it is, in two or three words.</param>
/// <param name="Currency">Three capital letters of ISO 4217.</param>
/// <param name="Minor">How much on each day, in minor units, never negative.</param>
public sealed record ChartSeries(string Name, string Currency, IReadOnlyList<long> Minor);
