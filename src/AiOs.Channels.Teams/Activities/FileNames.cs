using System.Globalization;
using System.Text;

namespace AiOs.Channels.Teams.Activities;

/// <summary>Makes a name that a stranger gave a file safe to show and to store.</summary>
internal static class FileNames
{
    private const int Longest = 120;

    /// <summary>No folders, no controls and nothing invisible; never empty, never only dots.</summary>
    public static string Safe(string? name, string otherwise)
    {
        var safe = new StringBuilder();
        foreach (var rune in (name ?? string.Empty).Split('/', '\\')[^1].EnumerateRunes())
        {
            var isShown = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            safe.Append(isShown && rune.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*') ? rune.ToString() : string.Empty);
        }

        var made = safe.ToString().Trim(' ', '.');
        if (made.Length <= Longest)
        {
            return made.Length == 0 ? otherwise : made;
        }

        var extension = Path.GetExtension(made) is { Length: <= 10 } ending ? ending : string.Empty;
        var stem = made[..(Longest - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }
}
