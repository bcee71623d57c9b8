namespace AiOs.Kernel.Grounding.Texts;

/// <summary>Cuts text where an address or a link must end, and takes off the punctuation of the sentence around it.</summary>
internal static class Words
{
    private const int MostTrims = 8;

    /// <summary>The runs between white space and the given characters, each once as it stands and once per sign that may belong to the sentence.</summary>
    public static IEnumerable<string> Of(string text, string borders, string opening, string closing)
    {
        for (var at = 0; at < text.Length;)
        {
            if (IsBorder(text[at], borders))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && !IsBorder(text[end], borders))
            {
                end++;
            }

            // A quoted local part: what stands before the quote's end is not the address.
            var quoted = end + 1 < text.Length && text[end] == '"' && text[end + 1] == '@';
            if (!quoted)
            {
                foreach (var word in Trimmed(text[at..end], opening, closing))
                {
                    yield return word;
                }
            }

            at = end;
        }
    }

    private static IEnumerable<string> Trimmed(string run, string opening, string closing)
    {
        var word = run.AsSpan().TrimStart(opening).ToString();
        for (var trims = 0; word.Length > 0 && trims <= MostTrims; trims++)
        {
            yield return word;
            if (!closing.Contains(word[^1], StringComparison.Ordinal))
            {
                yield break;
            }

            word = word[..^1];
        }
    }

    private static bool IsBorder(char c, string borders) => char.IsWhiteSpace(c) || borders.Contains(c, StringComparison.Ordinal);
}
