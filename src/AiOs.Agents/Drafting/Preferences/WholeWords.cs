namespace AiOs.Agents.Drafting.Preferences;

/// <summary>Replaces whole words, and keeps the capital that a sentence begins with. Pure.</summary>
internal static class WholeWords
{
    /// <summary>Replaces.</summary>
    /// <param name="text">Where.</param>
    /// <param name="old">The words that go, at least one character.</param>
    /// <param name="next">The words that come.</param>
    /// <returns>The text.</returns>
    public static string Replace(string text, string old, string next)
    {
        for (var at = text.IndexOf(old, StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var end = at + old.Length;
            if (IsEdge(text, at - 1) && IsEdge(text, end))
            {
                var written = char.IsUpper(text[at]) && char.IsLower(old[0]) ? string.Concat(char.ToUpperInvariant(next[0]).ToString(), next.AsSpan(1)) : next;
                text = string.Concat(text.AsSpan(0, at), written, text.AsSpan(end));
                end = at + written.Length;
            }

            at = end < text.Length ? text.IndexOf(old, end, StringComparison.OrdinalIgnoreCase) : -1;
        }

        return text;
    }

    private static bool IsEdge(string text, int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
