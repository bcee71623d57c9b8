using System.ComponentModel;

namespace AiOs.Agents.Research;

/// <summary>What a model is asked for: the passages that it was given, put in order and connected.</summary>
/// <param name="Sentences">The answer, one sentence for each passage.</param>
public sealed record ResearchOutput([property: Description("One sentence for each passage, in the order in which they answer best.")] IReadOnlyList<CitedSentence> Sentences);
