namespace AiOs.Agents.Intake.Classification;

/// <summary>
/// Takes the features of one text as they are read. Two kinds: one that learns new features and one that only counts known
/// ones.
/// </summary>
internal interface IFeatureSink
{
    void Add(uint key, FeatureBlock block);
}
