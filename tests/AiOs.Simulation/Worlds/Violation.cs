namespace AiOs.Simulation.Worlds;

/// <summary>A promise that was broken.</summary>
/// <param name="Invariant">Which.</param>
/// <param name="Sentence">How.</param>
/// <param name="Harm">What the outside suffered, if anything.</param>
internal sealed record Violation(string Invariant, string Sentence, Happening? Harm);
