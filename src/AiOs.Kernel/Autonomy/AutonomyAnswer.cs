namespace AiOs.Kernel.Autonomy;

/// <summary>Whether an effect of a class may skip the question.</summary>
/// <param name="Holds">Whether it may.</param>
/// <param name="Sentence">Why, or why not.</param>
internal sealed record AutonomyAnswer(bool Holds, string Sentence);
