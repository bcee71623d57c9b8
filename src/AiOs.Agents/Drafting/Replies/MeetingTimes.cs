using AiOs.Agents.Drafting.Letters;
using AiOs.Agents.Intake;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Drafting.Replies;

/// <summary>The times that a message proposes, and which of them the operator chose.</summary>
internal static class MeetingTimes
{
    private static readonly PhraseSet Yes = new("yes", "ja", "ok", "okay", "fine", "sure", "works", "passt", "that works", "yes please",
        "sounds good", "suits me", "confirm", "yep", "👍");

    private static readonly PhraseSet No = new("no", "nein", "none", "none of them", "keiner", "neither", "nope");

    private static readonly WordTable<int> Ordinals = WordTable<int>.Of(
        (1, "first erste ersten"), (2, "second zweite zweiten"), (3, "third dritte dritten"), (4, "fourth vierte"), (5, "fifth fünfte"),
            (-1, "last letzte"));

    /// <summary>Days and times still to come; where some have a time, those.</summary>
    /// <param name="desk">The brief.</param>
    /// <returns>In the order of the message.</returns>
    public static IReadOnlyList<ExtractedField> Of(DraftDesk desk)
    {
        var today = desk.Brief.ReceivedAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var open = desk.Values(FieldName.Date, FieldName.Deadline)
            .Where(field => TimeWords.TryMoment(field.Value, out var moment)
                ? moment > desk.Brief.ReceivedAt
                : string.CompareOrdinal(field.Value, today) >= 0)
            .ToList();
        var timed = open.Where(IsTimed).ToList();
        return timed.Count > 0 ? timed : open;
    }

    public static bool IsYes(string words) => IsOnly(Yes, words);

    public static bool IsNo(string words) => IsOnly(No, words);

    /// <summary>Which time the operator's words name; nothing where they name none or leave a choice.</summary>
    /// <param name="words">Their words.</param>
    /// <param name="times">The times proposed.</param>
    /// <param name="desk">The brief, with the values in their words.</param>
    /// <returns>One of the times, or nothing.</returns>
    public static ExtractedField? Choose(string words, IReadOnlyList<ExtractedField> times, DraftDesk desk)
    {
        if (times.Count == 0)
        {
            return null;
        }

        if (IsYes(words))
        {
            return times.Count == 1 ? times[0] : null;
        }

        if (Number(words) is { } number && words.Length < 40)
        {
            var at = number < 0 ? times.Count - 1 : number - 1;
            return at < times.Count ? times[at] : null;
        }

        var named = desk.AnswerFields.Where(field => field.Name is FieldName.Date or FieldName.Deadline).ToList();
        var matches = times.Where(time => named.Exists(name => Matches(time.Value, name.Value))).ToList();
        var clocks = matches.Count == 0 && named.Count == 0 ? times.Where(time => IsTimed(time) && NamesClock(words, time.Value)).ToList()
            : matches;
        return clocks.Count == 1 && words.Length < 60 && !words.Contains("not", StringComparison.OrdinalIgnoreCase) ? clocks[0] : null;
    }

    private static bool IsTimed(ExtractedField field) => field.Value.Contains('T', StringComparison.Ordinal);

    /// <summary>The same moment, or a day that was named without a time.</summary>
    private static bool Matches(string time, string name) =>
        TimeWords.TryMoment(name, out var said) && TimeWords.TryMoment(time, out var proposed)
            ? said == proposed
            : !name.Contains('T', StringComparison.Ordinal) && time.StartsWith(name, StringComparison.Ordinal);

    private static bool NamesClock(string words, string time) => words.Contains(time.Substring(11, 5), StringComparison.Ordinal);

    private static int? Number(string words)
    {
        var tokens = Tokenizer.Cut(words);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Ordinals.TryGet(tokens.Span(i), out var ordinal))
            {
                return ordinal;
            }
        }

        return tokens.Count == 1 && tokens.TryNumber(0, out var number) && number is > 0 and < 10 ? number : null;
    }

    private static bool IsOnly(PhraseSet phrases, string words) =>
        phrases.TryFind(words.Trim(), out var at, out var length) && at == 0
            && words.Trim().TrimEnd('.', '!', ',', ' ').Length <= length + 8
        && !words.Any(char.IsAsciiDigit);
}
