namespace AiOs.Kernel.Chat.Words;

/// <summary>What a typed text says to a card. Pure.</summary>
internal abstract record TypedAnswer
{
    private static readonly string[] YesWords = ["yes", "y", "yes do it", "yes, do it", "do it", "approve", "approved", "ok", "okay", "go", "go ahead", "send it", "ja", "ja bitte", "jawohl", "passt", "genehmigt", "mach das", "mach es"];
    private static readonly string[] YesSigns = ["\U0001F44D", "\u2705", "\u2714", "\U0001F197", "\U0001F44C"];
    private static readonly string[] NoWords = ["no", "n", "nope", "reject", "rejected", "don't", "do not", "nein", "ablehnen", "abgelehnt", "lass es"];
    private static readonly string[] NoSigns = ["\U0001F44E", "\u274C"];

    /// <summary>The colours of a hand, and the mark that asks for a coloured sign.</summary>
    private static readonly string[] Shades = ["\uFE0F", "\U0001F3FB", "\U0001F3FC", "\U0001F3FD", "\U0001F3FE", "\U0001F3FF"];

    private TypedAnswer()
    {
    }

    /// <summary>Do it.</summary>
    public sealed record Yes : TypedAnswer;

    /// <summary>Do nothing of it.</summary>
    /// <param name="Reason">Why, where it was said.</param>
    public sealed record No(string? Reason) : TypedAnswer;

    /// <summary>Anything else.</summary>
    public sealed record Words : TypedAnswer;

    public static TypedAnswer Read(string? text)
    {
        var folded = PlainWords.Fold(text);
        var sign = Shades.Aggregate(folded, static (left, shade) => left.Replace(shade, string.Empty, StringComparison.Ordinal));
        if (YesWords.Contains(folded, StringComparer.Ordinal) || YesSigns.Contains(sign, StringComparer.Ordinal))
        {
            return new Yes();
        }

        return NoWords.Contains(folded, StringComparer.Ordinal) || NoSigns.Contains(sign, StringComparer.Ordinal) ? new No(Reason: null) : WithReason(text ?? string.Empty);
    }

    /// <summary>"No, too dear" and "reject: too dear" give a reason. "No news from Anna" does not: only a mark after the word makes it one.</summary>
    private static TypedAnswer WithReason(string text)
    {
        var trimmed = text.Trim();
        var end = trimmed.IndexOfAny([',', ':', ';', '.', '!', '\n', '\u2013', '\u2014']);
        if (end <= 0 || !NoWords.Contains(PlainWords.Fold(trimmed[..end]), StringComparer.Ordinal))
        {
            return new Words();
        }

        // "No. 5 is better" names a number.
        var reason = trimmed[(end + 1)..].Trim();
        return reason is [>= '0' and <= '9', ..] ? new Words() : new No(reason.Length > 0 ? reason : null);
    }
}
