using System.Text.RegularExpressions;
using AiOs.Contracts.Text;

namespace AiOs.Contracts.Schedules.Words;

/// <summary>
/// Reads "every Monday at 9 chase overdue invoices" and its like, in English and in German: first when, then what. Pure. Only for words that are
/// the operator's own: what a mail or a quotation says is never handed to it.
/// </summary>
public static partial class ScheduleWords
{
    private const int Longest = 600;

    /// <summary>In milliseconds: the words are short, so only a machine that stands still takes so long.</summary>
    private const int Patience = 10_000;

    /// <summary>What is meant where days are named and no time.</summary>
    private const int UsualHour = 9;

    /// <summary>Reads a whole request.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>When and what; nothing where the text is not one line that begins with times.</returns>
    public static SpokenSchedule? Read(string text)
    {
        var words = (text ?? string.Empty).Trim();
        if (words.Length is 0 or > Longest || words.AsSpan().IndexOfAny('\n', '\r') >= 0 || Request().Match(words) is not { Success: true } match)
        {
            return null;
        }

        var what = match.Groups["what"].Value.Trim().TrimEnd('.', '!', ' ');
        if (!what.Any(char.IsLetter) || Telling().IsMatch(what) || ReadWhen(match.Groups["when"].Value) is not { } times)
        {
            return null;
        }

        return new SpokenSchedule(match.Groups["when"].Value, times.Cron, $"{times.Name}-{Mark(what)}", what);
    }

    /// <summary>Reads words that only say when.</summary>
    /// <param name="when">Such as <c>every Monday at 9</c>.</param>
    /// <returns>The cron expression and a short name of it; nothing where the words are no such times.</returns>
    public static (string Cron, string Name)? ReadWhen(string when)
    {
        var words = (when ?? string.Empty).Trim().ToLowerInvariant();
        if (words.Length > Longest || Times().Match(words) is not { Success: true } match)
        {
            return null;
        }

        var days = match.Groups["days"].Value;
        var timed = match.Groups["time"] is { Success: true } said ? said.Value : null;
        if (Hourly().IsMatch(days))
        {
            return timed is null ? ("0 0 * * * ?", "hourly") : null;
        }

        (int Hour, int Minute)? time = timed is null ? (UsualHour, 0) : SpokenTimes.Read(timed);
        return (timed is null && SpokenDays.MayBeOnce(days)) || time is not var (hour, minute) || SpokenDays.Read(days) is not var (ofMonth, ofWeek, name)
            ? null
            : (FormattableString.Invariant($"0 {minute} {hour} {ofMonth} * {ofWeek}"), FormattableString.Invariant($"{name}-{hour:00}{minute:00}"));
    }

    /// <summary>Words as they are compared: small letters without marks, one blank between words.</summary>
    /// <param name="text">The words.</param>
    /// <returns>The words, letters and digits only.</returns>
    public static string Fold(string text)
    {
        var folded = new System.Text.StringBuilder();
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

    [GeneratedRegex("^(?<when>(?:" + SpokenDays.Pattern + @"(?:,? " + SpokenTimes.Pattern + ")?|" + SpokenTimes.Pattern + " " + SpokenDays.Pattern + @"))(?![\w-])[ ,:]+(?:please |bitte )?(?<what>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Request();

    [GeneratedRegex("^(?:(?<days>" + SpokenDays.Pattern + ")(?:,? (?<time>" + SpokenTimes.Pattern + "))?|(?<time>" + SpokenTimes.Pattern + ") (?<days>" + SpokenDays.Pattern + "))$", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Times();

    [GeneratedRegex("hour|stund|stünd", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Hourly();

    /// <summary>Who tells how things are asks for nothing, and a time that cannot be meant is no work.</summary>
    [GeneratedRegex(@"^(?:(?:at|um|gegen|@) ?\d|(?:i|we|he|she|they|it|there|you|is|are|was|were|has|have|ich|wir|er|sie|es|ihr|man|ist|sind|war|gibt|habe|haben|kommt|kommen)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Telling();
}
