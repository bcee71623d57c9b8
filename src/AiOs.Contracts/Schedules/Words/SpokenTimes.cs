using System.Globalization;

namespace AiOs.Contracts.Schedules.Words;

/// <summary>At what time of the day something is meant, read from words in English and in German. Pure.</summary>
/// <param name="Next">The first word that is no part of it.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Minute">0 to 59.</param>
internal sealed record SpokenTimes(int Next, int Hour, int Minute)
{
    private static readonly string[] Openings = ["at", "um", "gegen", "@"];

    private static readonly string[] Marks = ["am", "pm", "uhr", "h", "o'clock", "o’clock"];

    /// <summary>Reads a time. A bare number needs a word before it or behind it.</summary>
    /// <param name="words">The words, in small letters.</param>
    /// <param name="at">Where it begins.</param>
    /// <returns>The time; nothing where there is none, or none that can be, such as 13 pm.</returns>
    public static SpokenTimes? Read(SpokenWords words, int at)
    {
        var opened = words.After(at, Openings);
        var from = opened ?? at;
        if (words[from] is "noon" or "midday" or "mittags")
        {
            return new SpokenTimes(from + 1, 12, 0);
        }

        if (words[from] is "midnight" or "mitternacht")
        {
            return new SpokenTimes(from + 1, 0, 0);
        }

        var attached = Array.Find(Marks, mark => words[from].EndsWith(mark, StringComparison.Ordinal));
        var number = attached is null ? words[from] : words[from][..^attached.Length];
        var apart = attached is null && Marks.Contains(words[from + 1]) ? words[from + 1] : null;
        var parts = number.Split(':', '.');
        var split = parts is [_, { Length: 2 }];
        if ((parts.Length > 1 && !split) || Number(parts[0]) is not { } hour)
        {
            return null;
        }

        var minute = split ? Number(parts[1]) : 0;
        return (opened is null && !split && attached is null && apart is null) || minute is not <= 59 || On24(hour, attached ?? apart) is not { } clock
            ? null
            : new SpokenTimes(from + (apart is null ? 1 : 2), clock, minute.Value);
    }

    private static int? On24(int hour, string? half) => half switch
    {
        "am" => hour is >= 1 and <= 12 ? hour % 12 : null,
        "pm" => hour is >= 1 and <= 12 ? (hour % 12) + 12 : null,
        _ => hour is >= 0 and <= 23 ? hour : null,
    };

    private static int? Number(string digits) =>
        digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
