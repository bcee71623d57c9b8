using System.Globalization;
using System.Text;

namespace AiOs.Channels.Telegram.Updates;

/// <summary>Makes a name that a stranger gave a file safe to show and to store.</summary>
internal static class FileNames
{
    private const int Longest = 120;

    /// <summary>No folders, no controls and nothing invisible; never empty, never only dots.</summary>
    public static string Safe(string? name, string otherwise)
    {
        var last = (name ?? string.Empty).Split('/', '\\')[^1];
        var safe = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                && rune.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*'))
            {
                safe.Append(rune);
            }
        }

        var made = safe.ToString().Trim(' ', '.');
        return made.Length == 0 ? otherwise : made.Length <= Longest ? made : Shorten(made);
    }

    private static string Shorten(string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 10 ? name[dot..] : string.Empty;
        var stem = name[..(Longest - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }
}
