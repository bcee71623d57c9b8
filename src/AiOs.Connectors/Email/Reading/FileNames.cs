using System.Text;
using AiOs.Connectors.Email.Text;

namespace AiOs.Connectors.Email.Reading;

/// <summary>Makes the names of attachments safe and tells them apart within one mail.</summary>
internal sealed class FileNames
{
    private const int Longest = 120;

    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name without folders, control and direction characters; never empty, never given twice.</summary>
    public string Give(string? name, string fallback)
    {
        var safe = Safe(name);
        if (safe.Length == 0) safe = Safe(fallback);
        if (_given.Add(safe)) return safe;
        var dot = safe.LastIndexOf('.');
        var (stem, ending) = dot > 0 ? (safe[..dot], safe[dot..]) : (safe, string.Empty);
        var number = 2;
        while (!_given.Add($"{stem} ({number}){ending}")) number++;
        return $"{stem} ({number}){ending}";
    }

    private static string Safe(string? name)
    {
        var text = SafeText.OneLine(name ?? string.Empty);
        text = text[(text.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && (SafeText.IsZeroWidth((char)rune.Value) || "<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal))) clean.Append('_');
            else clean.Append(rune.ToString());
        }

        text = clean.ToString().Trim().TrimStart('.').TrimEnd('.', ' ');
        if (text.Length <= Longest) return text;
        var ending = Path.GetExtension(text);
        if (ending.Length > 10) ending = string.Empty;
        var cut = Longest - ending.Length;
        if (char.IsHighSurrogate(text[cut - 1])) cut--;
        return text[..cut] + ending;
    }
}
