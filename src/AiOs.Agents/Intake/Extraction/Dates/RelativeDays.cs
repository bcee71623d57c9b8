using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>Reads days told from the day of writing: tomorrow, in two weeks, within 14 days, the end of the month.</summary>
internal static class RelativeDays
{
    private static readonly WordTable<int> Words = WordTable<int>.Of(
        (0, "today tonight heute"), (1, "tomorrow morgen demain mañana"), (2, "übermorgen"), (-1, "yesterday gestern hier ayer"));

    public static bool TryRead(TokenText text, int i, DateOnly from, out DayHit hit) =>
        TryWord(text, i, from, out hit) || TrySpan(text, i, from, out hit) || TryEnd(text, i, from, out hit);

    private static bool TryWord(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        if (text.IsWord(i, "day") && text.IsWord(i + 1, "after") && text.IsWord(i + 2, "tomorrow"))
        {
            hit = new DayHit(from.AddDays(2), i + 3);
            return true;
        }

        if (!text.Is(i, TokenKind.Word) || !Words.TryGet(text.Span(i), out var days)
            || text.Span(i) is "hier" or "Hier" or "Morgen" or "mañana")
        {
            return false;
        }

        if (text.Span(i) is "morgen" && (text.IsWord(i - 1, "guten") || text.IsWord(i - 1, "jeden")))
        {
            return false;
        }

        hit = new DayHit(from.AddDays(days), i + 1);
        return true;
    }

    private static bool TrySpan(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        var limit = text.IsWord(i, "within") || text.IsWord(i, "innerhalb") || text.IsWord(i, "binnen");
        if (!limit && !text.IsWord(i, "in"))
        {
            return false;
        }

        var count = i + 1;
        count += limit && (text.IsWord(count, "von") || text.IsWord(count, "the") || text.IsWord(count, "next")) ? 1 : 0;
        if (!text.TryNumber(count, out var number) && !DateWords.Counts.TryGet(text.Span(count), out number))
        {
            return false;
        }

        if (!DateWords.Units.TryGet(text.Span(count + 1), out var unit) || number > 1000 || text.IsWord(count + 2, "ago"))
        {
            return false;
        }

        var day = unit switch { 'd' => from.AddDays(number), 'w' => from.AddDays(7 * number), _ => from.AddMonths(number) };
        hit = new DayHit(day, count + 2, Limit: limit);
        return true;
    }

    private static bool TryEnd(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        if (text.IsWord(i, "Monatsende") || text.IsWord(i, "Jahresende"))
        {
            hit = new DayHit(text.IsWord(i, "Monatsende") ? Calendar.EndOfMonth(from.Year, from.Month)
                : new DateOnly(from.Year, 12, 31), i + 1);
            return true;
        }

        if (!text.IsWord(i, "end") && !text.IsWord(i, "ende"))
        {
            return false;
        }

        var word = i + 1;
        while (text.IsWord(word, "of") || text.IsWord(word, "the") || text.IsWord(word, "this") || text.IsWord(word, "des")
            || text.IsWord(word, "der"))
        {
            word++;
        }

        hit = new DayHit(EndOf(text, ref word, from), word + 1);
        return hit.Day is not null;
    }

    private static DateOnly? EndOf(TokenText text, ref int word, DateOnly from)
    {
        var later = text.IsWord(word, "next") ? 1 : 0;
        word += later;
        if (text.IsCapitalised(word) && DateWords.Months.TryGet(text.Span(word), out var month))
        {
            var last = Calendar.Nearest(month, 28, from)!.Value;
            var hasYear = text[word + 1].Length == 4 && text.TryNumber(word + 1, out _);
            _ = text.TryNumber(word + 1, out var year);
            word += hasYear ? 1 : 0;
            return Calendar.EndOfMonth(hasYear ? year : last.Year, month);
        }

        var first = new DateOnly(from.Year, from.Month, 1).AddMonths(later);
        return text.Span(word) switch
        {
            "month" or "Monats" => Calendar.EndOfMonth(first.Year, first.Month),
            "year" or "Jahres" => new DateOnly(from.Year + later, 12, 31),
            "week" or "Woche" => Calendar.OfWeek(5, from, later + (Calendar.WeekdayOf(from) > 5 ? 1 : 0)),
            "day" => from,
            _ => null,
        };
    }
}
