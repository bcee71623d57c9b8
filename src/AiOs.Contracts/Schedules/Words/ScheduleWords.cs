using System.Text;
using AiOs.Contracts.Text;

namespace AiOs.Contracts.Schedules.Words;

/// <summary>
/// Reads "every Monday at 9 chase overdue invoices" and its like, in English and in German: first when, then what. Pure. Only for words that are
/// the operator's own: what a mail or a quotation says is never handed to it.
/// </summary>
public static class ScheduleWords
{
    private const int Longest = 600;

    /// <summary>What is meant where days are named and no time.</summary>
    private const int UsualHour = 9;

    /// <summary>Who tells how things are asks for nothing, and a time that cannot be meant is no work.</summary>
    private static readonly string[] Telling =
    [
        "i", "we", "he", "she", "they", "it", "there", "you", "is", "are", "was", "were", "has", "have", "at", "@",
        "ich", "wir", "er", "sie", "es", "ihr", "man", "ist", "sind", "war", "gibt", "habe", "haben", "kommt", "kommen", "um", "gegen",
    ];

    /// <summary>Reads a whole request.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>When and what; nothing where the text is not one line that begins with times.</returns>
    public static SpokenSchedule? Read(string text)
    {
        var line = (text ?? string.Empty).Trim();
        if (line.Length is 0 or > Longest || line.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            return null;
        }

        var words = new SpokenWords(line);
        if (Parse(words) is not var (next, cron, name) || next >= words.Count)
        {
            return null;
        }

        var first = words[next] is "please" or "bitte" && next + 1 < words.Count ? next + 1 : next;
        var what = line[words.StartOf(first)..].TrimEnd('.', '!', ' ');
        return Telling.Contains(words[first]) || !what.Any(char.IsLetter)
            ? null
            : new SpokenSchedule(line[..words.EndOf(next - 1)], cron, $"{name}-{Mark(what)}", what);
    }

    /// <summary>Reads words that only say when.</summary>
    /// <param name="when">Such as <c>every Monday at 9</c>.</param>
    /// <returns>The cron expression and a short name of it; nothing where the words are no such times.</returns>
    public static (string Cron, string Name)? ReadWhen(string when)
    {
        var words = new SpokenWords((when ?? string.Empty).Trim());
        return Parse(words) is var (next, cron, name) && next == words.Count ? (cron, name) : null;
    }

    /// <summary>Words as they are compared: small letters without marks, one blank between words.</summary>
    /// <param name="text">The words.</param>
    /// <returns>The words, letters and digits only.</returns>
    public static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var letter in text ?? string.Empty)
        {
            if (char.IsLetterOrDigit(letter))
            {
                PlainLetters.Append(folded, letter);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Days and then a time, or the other way round.</summary>
    private static (int Next, string Cron, string Name)? Parse(SpokenWords words)
    {
        var days = SpokenDays.Read(words, 0);
        var time = SpokenTimes.Read(words, days?.Next ?? 0);
        days ??= time is null ? null : SpokenDays.Read(words, time.Next);
        if (days is null || (time is null && days.MayBeOnce) || (time is not null && days.IsHourly))
        {
            return null;
        }

        var (hour, minute) = time is null ? (UsualHour, 0) : (time.Hour, time.Minute);
        return days.IsHourly
            ? (days.Next, "0 0 * * * ?", days.Name)
            : (Math.Max(days.Next, time?.Next ?? 0), FormattableString.Invariant($"0 {minute} {hour} {days.OfMonth} * {days.OfWeek}"), FormattableString.Invariant($"{days.Name}-{hour:00}{minute:00}"));
    }

    /// <summary>A few letters that tell two schedules of the same time apart. They lead nobody back to the words.</summary>
    private static string Mark(string what)
    {
        var mark = 2166136261u;
        foreach (var letter in Fold(what))
        {
            mark = unchecked((mark ^ letter) * 16777619u);
        }

        return FormattableString.Invariant($"{(mark ^ (mark >> 16)) & 0xFFFF:x4}");
    }
}
