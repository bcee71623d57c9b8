using AiOs.Agents.Intake.Classification;

namespace AiOs.Agents.Intake.Learning;

/// <summary>What a learner takes a text for.</summary>
/// <param name="Label">The likeliest label, also where it is not <see cref="Known"/>; nothing where no label was learned yet.</param>
/// <param name="Confidence">How likely it is right, 0 to 1: of many texts with 0.8, about eight in ten are.</param>
/// <param name="Outside">How likely the text is none of what was learned, 0 to 1.</param>
/// <param name="Scores">All labels, likeliest first.</param>
public sealed record LearnerAnswer(string? Label, double Confidence, double Outside, IReadOnlyList<LabelScore> Scores)
{
    /// <summary>Whether the text is one of what was learned at all. Where it is not, the right answer is "I do not know".</summary>
    public bool Known => Label is not null && Outside < 0.5;
}
