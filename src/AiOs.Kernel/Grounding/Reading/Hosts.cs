using System.Globalization;
using AiOs.Kernel.Grounding.Texts;

namespace AiOs.Kernel.Grounding.Reading;

/// <summary>The form in which host names are compared: lower case, international labels as they are meant. Look-alikes stay different.</summary>
internal static class Hosts
{
    private const int LongestName = 253;

    /// <summary>The compared form, or nothing where it is no host name.</summary>
    public static string? Fold(string host)
    {
        var name = host.EndsWith('.') ? host[..^1] : host;
        if (name.Length is 0 or > LongestName)
        {
            return null;
        }

        var labels = Letters.Lower(name).Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i].Length == 0 || labels[i][0] == '-' || labels[i][^1] == '-' || labels[i].Any(c => !IsPart(c)))
            {
                return null;
            }

            labels[i] = Punycode.Decode(labels[i]);
        }

        return string.Join('.', labels);
    }

    private static bool IsPart(char c) => char.IsAscii(c)
        ? char.IsAsciiLetterOrDigit(c) || c is '-' or '_'
        : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
