using System.Globalization;

namespace AiOs.Kernel.Policy.Reading;

/// <summary>Durations as in <c>90m</c>, <c>4h</c> and <c>7d</c>: from a minute to a year; and short ones as in <c>30s</c>.</summary>
internal static class DurationText
{
    private const int MostDigits = 6;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private static readonly TimeSpan LongestShort = TimeSpan.FromHours(1);

    public static TimeSpan? Parse(string text) =>
        text is [.., not 's'] && Read(text) is { } duration && duration > TimeSpan.Zero && duration <= Longest ? duration : null;

    /// <summary>From a second to an hour, in seconds or minutes.</summary>
    public static TimeSpan? ParseShort(string text) =>
        text is [.., 's' or 'm'] && Read(text) is { } time && time > TimeSpan.Zero && time <= LongestShort ? time : null;

    private static TimeSpan? Read(string text)
    {
        if (text.Length is < 2 or > MostDigits + 1 || !text[..^1].All(char.IsAsciiDigit))
        {
            return null;
        }

        var number = int.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture);
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
    }
}
