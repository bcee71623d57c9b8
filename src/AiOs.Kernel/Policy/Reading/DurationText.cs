using System.Globalization;

namespace AiOs.Kernel.Policy.Reading;

/// <summary>Durations as in <c>90m</c>, <c>4h</c> and <c>7d</c>: from a minute to a year.</summary>
internal static class DurationText
{
    private const int MostDigits = 6;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static TimeSpan? Parse(string text)
    {
        if (text.Length is < 2 or > MostDigits + 1 || !text[..^1].All(char.IsAsciiDigit))
        {
            return null;
        }

        var number = int.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture);
        TimeSpan? duration = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
        return duration > TimeSpan.Zero && duration <= Longest ? duration : null;
    }
}
