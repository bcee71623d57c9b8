namespace AiOs.Agents.Intake.Learning.Features;

/// <summary>One thing that can be seen in a text.</summary>
/// <param name="Key">Its hash.</param>
/// <param name="Kind">What sort it is.</param>
/// <param name="Count">How often it is there; more than nothing.</param>
internal readonly record struct TextFeature(uint Key, FeatureKind Kind, float Count);
