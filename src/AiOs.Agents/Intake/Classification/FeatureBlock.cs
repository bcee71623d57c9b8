namespace AiOs.Agents.Intake.Classification;

/// <summary>Features of one kind; each kind is brought to its own length before they are put side by side.</summary>
internal enum FeatureBlock
{
    Word,
    Letters,
    Subject,
    Mark,
}
