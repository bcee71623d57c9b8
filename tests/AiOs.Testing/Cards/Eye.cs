using System.Globalization;
using System.Text;

namespace AiOs.Testing.Cards;

/// <summary>
/// What a person sees of a text at a glance, told by another rule than the renderers': nothing of what has no width, one letter for all that are drawn
/// alike, no blanks at the ends of lines, no formatting. Two texts that it takes for one can be mistaken for each other.
/// </summary>
public static class Eye
{
    /// <summary>What is seen.</summary>
    /// <param name="text">The text as it reaches the screen.</param>
    /// <returns>What is left of it.</returns>
    public static string Sees(string text)
    {
        var seen = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var twin = LookAlikes.Twins.FirstOrDefault(pair => pair.Other == rune.ToString());
            _ = twin.Other is not null ? seen.Append(twin.Latin) : HasWidth(rune) ? seen.Append(rune.ToString()) : seen;
        }

        return string.Join('\n', seen.ToString().Split('\n').Select(static line => line.TrimEnd()));
    }

    private static bool HasWidth(Rune rune) => rune.Value is '\n' or '\t'
        || (rune.Value is not (0x034F or 0x3164 or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x2028 or 0x2029) && rune.Value is not ((>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF))
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format));
}
