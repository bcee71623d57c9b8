using System.ComponentModel;

namespace AiOs.Agents.Research;

/// <summary>One sentence of an answer with the passage it stands on.</summary>
/// <param name="Text">The sentence: the passage word by word, with connecting words around it.</param>
/// <param name="Source">The passage's number in the list that the model was given, from 1.</param>
public sealed record CitedSentence(
    [property: Description("The passage word by word, with a few connecting words before it.")] string Text,
    [property: Description("The number of the passage.")] int Source);
