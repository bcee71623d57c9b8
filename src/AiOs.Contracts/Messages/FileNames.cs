using System.Globalization;
using System.Text;

namespace AiOs.Contracts.Messages;

/// <summary>Makes a name that a stranger gave a file safe to show and to store.</summary>
public static class FileNames
{
    private const int Longest = 120;

    /// <summary>The name without folders, controls and anything invisible; never empty, never only dots, 120 characters at most.</summary>
    /// <param name="name">The name as it came, or nothing.</param>
    /// <param name="otherwise">What it is called where nothing is left of the name.</param>
    /// <returns>A name for <see cref="Attachment.Name"/>.</returns>
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
