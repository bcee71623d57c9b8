using System.Globalization;
using System.Text.RegularExpressions;

namespace AiOs.Contracts.Schedules.Words;

/// <summary>Reads at what time of the day something is meant, in English and in German. Pure.</summary>
internal static partial class SpokenTimes
{
    /// <summary>In milliseconds.</summary>
    private const int Patience = 10_000;

    /// <summary>The words for a time, as a part of an expression: a bare number needs a word before it.</summary>
    public const string Pattern =
        "(?:(?:at |um |@ ?|gegen )(?:[01]?[0-9]|2[0-3])(?:[:.][0-5][0-9])?(?: ?(?:am|pm|uhr|h|o'clock)(?!\\w))?"
        + "|(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9](?: ?(?:am|pm|uhr)(?!\\w))?|(?:[01]?[0-9]|2[0-3]) ?(?:am|pm|uhr|o'clock)(?!\\w)"
        + "|(?:at )?(?:noon|midday|midnight)|mittags|(?:um )?mitternacht)";

    /// <summary>Reads a time.</summary>
    /// <param name="words">What <see cref="Pattern"/> found, in small letters.</param>
    /// <returns>The time; nothing where there is none such, as with 13 pm.</returns>
    public static (int Hour, int Minute)? Read(string words)
    {
        if (Parts().Match(words) is not { Success: true } match)
        {
            return words.Contains("mid", StringComparison.Ordinal) && words.Contains("night", StringComparison.Ordinal) || words.Contains("mitternacht", StringComparison.Ordinal) ? (0, 0) : (12, 0);
        }

        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true } said ? int.Parse(said.Value, CultureInfo.InvariantCulture) : 0;
        return match.Groups["half"].Value switch
        {
            "am" => hour is >= 1 and <= 12 ? (hour % 12, minute) : null,
            "pm" => hour is >= 1 and <= 12 ? ((hour % 12) + 12, minute) : null,
            _ => (hour, minute),
        };
    }

    [GeneratedRegex(@"(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))? ?(?<half>am|pm)?", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Parts();
}
