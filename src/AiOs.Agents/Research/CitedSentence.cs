namespace AiOs.Agents.Research;

/// <summary>One sentence of an answer with the passage it stands on.</summary>
/// <param name="Text">The sentence; every number, day and name in it stands in the passage.</param>
/// <param name="Source">The passage's number in the list that the model was given, from 1.</param>
public sealed record CitedSentence(string Text, int Source);
