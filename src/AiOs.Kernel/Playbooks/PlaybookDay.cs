using System.Globalization;

namespace AiOs.Kernel.Playbooks;

/// <summary>Days as in <c>today</c>, <c>7d ago</c>, <c>in 3d</c> and <c>2026-11-24</c>. Pure.</summary>
internal static class PlaybookDay
{
    private const int MostDigits = 3;

    /// <summary>The day that is meant; nothing where the text is none.</summary>
    public static DateOnly? Read(string text, DateOnly today) => text.Split(' ') switch
    {
        ["today"] => today,
        [var days, "ago"] when DaysIn(days) is { } number => today.AddDays(-number),
        ["in", var days] when DaysIn(days) is { } number => today.AddDays(number),
        _ => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
    };

    private static int? DaysIn(string text) =>
        text.Length is >= 2 and <= MostDigits + 1 && text[^1] == 'd' && text[..^1].All(char.IsAsciiDigit) ? int.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture) : null;
}
