namespace AiOs.Agents.Intake.Learning.Features;

/// <summary>A text as the learner keeps it.</summary>
/// <param name="Rows">The rows of its features, each once.</param>
/// <param name="Counts">How often each is there, tamed; in the same order.</param>
internal sealed record SparseText(int[] Rows, float[] Counts);
