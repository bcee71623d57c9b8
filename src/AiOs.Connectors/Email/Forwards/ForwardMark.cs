using AiOs.Connectors.Email.Forwards.Words;

namespace AiOs.Connectors.Email.Forwards;

/// <summary>A line that a mail program puts above a mail it quotes.</summary>
/// <param name="Strength">How much it proves.</param>
/// <param name="Rest">What stands behind it on the same line.</param>
internal readonly record struct ForwardMark(ForwardMarkStrength Strength, string Rest)
{
    private const int LongestLabel = 120;

    /// <summary>What programs draw lines with, the Unicode hyphens and bars too.</summary>
    private const string Strokes = "-—–‐‑‒―−─━═=~";

    /// <summary>A title in whatever language above a quoted header: the first line of a quotation is never anybody's own.</summary>
    public static ForwardMark? ReadQuotedTitle(string line) =>
        line.AsSpan().Trim() is [.. var title, ':' or '：'] && MarkWords.ShortTitle(Folded.Of(title)) ? new ForwardMark(ForwardMarkStrength.Rule, string.Empty) : null;

    public static ForwardMark? Read(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length < 4) return null;
        if (Strokes.Contains(text[0], StringComparison.Ordinal)) return Dashed(text);
        if (text[0] == '_' && text.Length >= 8 && text.TrimStart('_').IsEmpty) return new ForwardMark(ForwardMarkStrength.Rule, string.Empty);
        if (text[^1] is not (':' or '：') || text.Length > LongestLabel) return null;
        return MarkWords.Introduce(Folded.Of(text[..^1])) ? new ForwardMark(ForwardMarkStrength.Lead, string.Empty) : null;
    }

    private static ForwardMark? Dashed(ReadOnlySpan<char> text)
    {
        var body = text.TrimStart(Strokes).TrimStart();
        if (text.Length - body.Length < 2) return null;
        var close = Close(body);
        var label = (close < 0 ? body : body[..close]).Trim();
        if (label.IsEmpty || label.Length > LongestLabel) return null;
        var rest = close < 0 ? string.Empty : body[close..].TrimStart(Strokes).Trim().ToString();
        var words = Folded.Of(label);
        // Only dashes on both sides are never anybody's own words.
        if (MarkWords.SayForwarded(words)) return new ForwardMark(close < 0 ? ForwardMarkStrength.Lead : ForwardMarkStrength.Forward, rest);
        if (MarkWords.SayQuoted(words)) return new ForwardMark(ForwardMarkStrength.Quote, rest);
        return close < 0 ? null : new ForwardMark(ForwardMarkStrength.Rule, rest);
    }

    /// <summary>Where the line begins again behind the words.</summary>
    private static int Close(ReadOnlySpan<char> body)
    {
        for (var at = 0; at + 1 < body.Length; at++)
        {
            if (Strokes.Contains(body[at], StringComparison.Ordinal) && Strokes.Contains(body[at + 1], StringComparison.Ordinal)) return at;
        }

        return -1;
    }
}
