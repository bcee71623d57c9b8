using AiOs.Contracts.Knowledge;

namespace AiOs.Memory.Embedding;

/// <summary>What of a piece is embedded.</summary>
internal static class EmbeddedText
{
    /// <summary>Models of today read some 8,000 tokens; the beginning of a long text says best what it is about.</summary>
    private const int Longest = 12_000;

    /// <summary>The title and the text.</summary>
    /// <param name="item">The piece.</param>
    /// <returns>At most 12,000 characters.</returns>
    public static string Of(KnowledgeItem item) => Cut(item.Title + "\n" + item.Text);

    /// <summary>A text that is not longer than what is embedded.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its beginning.</returns>
    public static string Cut(string text) => Cut(text, Longest);

    /// <summary>The beginning of a text, whole characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">At most so many of UTF-16, at least 1.</param>
    /// <returns>Its beginning.</returns>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
