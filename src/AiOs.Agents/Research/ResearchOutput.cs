namespace AiOs.Agents.Research;

/// <summary>What a model is asked for: an answer out of the passages that it was given.</summary>
/// <param name="Sentences">The answer, one sentence each.</param>
/// <param name="Unknown">What was asked and stands in no passage, in a few words each; empty where all was answered.</param>
public sealed record ResearchOutput(IReadOnlyList<CitedSentence> Sentences, IReadOnlyList<string> Unknown);
