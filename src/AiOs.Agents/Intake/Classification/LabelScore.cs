namespace AiOs.Agents.Intake.Classification;

/// <summary>How likely one label is.</summary>
/// <param name="Label">The label as it was given in training.</param>
/// <param name="Probability">Between 0 and 1; those of all labels add up to 1.</param>
public sealed record LabelScore(string Label, double Probability);
