using AiOs.Connectors.Email.Forwards.Words;

namespace AiOs.Connectors.Email.Forwards;

/// <summary>A line that a mail program puts above a mail it quotes.</summary>
/// <param name="Strength">How much it proves.</param>
/// <param name="Rest">What stands behind it on the same line.</param>
internal readonly record struct ForwardMark(ForwardMarkStrength Strength, string Rest)
{
    private const int LongestLabel = 120;

    public static ForwardMark? Read(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length < 4) return null;
        if (text[0] is '-' or '—' or '–') return Dashed(text);
        if (text[0] == '_' && text.Length >= 8 && text.TrimStart('_').IsEmpty) return new ForwardMark(ForwardMarkStrength.Rule, string.Empty);
        if (text[^1] is not (':' or '：') || text.Length > LongestLabel) return null;
        return MarkWords.Introduce(Folded.Of(text[..^1])) ? new ForwardMark(ForwardMarkStrength.Lead, string.Empty) : null;
    }

    private static ForwardMark? Dashed(ReadOnlySpan<char> text)
    {
        var body = text.TrimStart("-—– ");
        if (text.Length - body.Length < 2) return null;
        var close = body.IndexOf("--", StringComparison.Ordinal);
        var label = (close < 0 ? body : body[..close]).Trim();
        if (label.IsEmpty || label.Length > LongestLabel) return null;
        var rest = close < 0 ? string.Empty : body[close..].TrimStart("-—– ").Trim().ToString();
        var words = Folded.Of(label);
        // Only dashes on both sides are never anybody's own words.
        if (MarkWords.SayForwarded(words)) return new ForwardMark(close < 0 ? ForwardMarkStrength.Lead : ForwardMarkStrength.Forward, rest);
        if (MarkWords.SayQuoted(words)) return new ForwardMark(ForwardMarkStrength.Quote, rest);
        return close < 0 ? null : new ForwardMark(ForwardMarkStrength.Rule, rest);
    }
}
