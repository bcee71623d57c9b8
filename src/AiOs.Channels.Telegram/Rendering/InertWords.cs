namespace AiOs.Channels.Telegram.Rendering;

/// <summary>
/// Finds the words that Telegram would make into something to tap by itself: addresses, names after an at-sign,
/// hash and cash tags, commands and telephone numbers. Finding one too many only changes how it looks.
/// </summary>
internal static class InertWords
{
    /// <summary>With the wide and small forms that some clients read alike.</summary>
    private const string Joiners = ".@:/#$\u2024\u3002\uFF03\uFF0E\uFF0F\uFF20\uFF61";
    private const int ShortestNumber = 5;

    /// <summary>Cuts a text into stretches that are shown plainly and such that must not become links.</summary>
    public static IEnumerable<TelegramSpan> Cut(string text, TelegramStyle style)
    {
        var start = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (CouldBeTapped(text.AsSpan(at, end - at)))
            {
                if (at > start)
                {
                    yield return new TelegramSpan(style, text[start..at]);
                }

                yield return new TelegramSpan(TelegramStyle.Code, text[at..end]);
                start = end;
            }

            at = end;
        }

        if (start < text.Length)
        {
            yield return new TelegramSpan(style, text[start..]);
        }
    }

    private static bool CouldBeTapped(ReadOnlySpan<char> word)
    {
        var digits = 0;
        for (var at = 0; at < word.Length; at++)
        {
            digits += char.IsAsciiDigit(word[at]) ? 1 : 0;
            // A mark at the end of a word is a mark; before something more it joins.
            if (at < word.Length - 1 && Joiners.Contains(word[at], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return digits >= ShortestNumber;
    }
}
