using System.Text.RegularExpressions;

namespace AiOs.Kernel.Preferences;

/// <summary>Whether words may stand in every letter: no figure, no address, no link, nothing that belongs to one matter. Pure.</summary>
internal static partial class Harmless
{
    public static bool Is(string words) => !words.Any(char.IsDigit) && !Carriers().IsMatch(words) && !words.Any(c => char.IsControl(c) && c != '\n') && !words.Any(c => c is '<' or '>' or '[' or ']' or '{' or '}' or '|' or '\\' or '€' or '$' or '£');

    /// <summary>An address, and whatever a program could make a link of.</summary>
    [GeneratedRegex(@"@|://|www\.|mailto:|\p{L}{2,}\.\p{L}{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Carriers();
}
