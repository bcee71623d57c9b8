namespace AiOs.Contracts.Ports;

/// <summary>What a check found.</summary>
/// <param name="Ok">Whether the part works.</param>
/// <param name="Sentence">What works, or what is wrong and what to do.</param>
public sealed record PartHealth(bool Ok, string Sentence);
