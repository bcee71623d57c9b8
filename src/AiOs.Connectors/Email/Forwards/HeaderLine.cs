using AiOs.Connectors.Email.Forwards.Words;

namespace AiOs.Connectors.Email.Forwards;

/// <summary>One line of the header that stands above a forwarded text.</summary>
/// <param name="Word">What it says.</param>
/// <param name="Value">What stands after the colon.</param>
internal readonly record struct HeaderLine(HeaderWord Word, string Value)
{
    private const int LongestKey = 40;

    /// <summary>Reads a line with a name that we know.</summary>
    public static HeaderLine? Known(string line) =>
        Split(line, out var key, out var value) && HeaderNames.All.TryGetValue(key, out var word) ? new HeaderLine(word, value) : null;

    /// <summary>Whether a line looks like a header in words that we do not know.</summary>
    public static bool LooksLikeOne(string line) =>
        Split(line, out var key, out var value) && key.Length > 0 && value.Length > 0 && !key.Any(char.IsDigit)
        && !value.StartsWith("//", StringComparison.Ordinal) && key.Count(c => c == ' ') <= 2;

    private static bool Split(string line, out string key, out string value)
    {
        key = value = string.Empty;
        var colon = line.AsSpan(0, Math.Min(line.Length, LongestKey)).IndexOfAny(':', '：');
        if (colon <= 0) return false;
        var name = line.AsSpan(0, colon).Trim();
        var bold = name.StartsWith("*");
        key = Folded.Of(name.Trim('*'));
        value = line[(colon + 1)..].Trim();
        if (bold) value = value.TrimStart('*').Trim();
        return true;
    }
}
