using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates.Clocks;

/// <summary>Reads clocks as they are spoken: <c>half past six</c>, <c>25 to 7</c>, <c>nine thirty</c>, <c>halb acht</c>, <c>noon</c>.</summary>
internal static class SpokenClocks
{
    public static bool TryRead(TokenText text, int i, out Clock clock) =>
        TryFixed(text, i, out clock) || TryAround(text, i, out clock) || TryHalf(text, i, out clock) || TryWords(text, i, out clock);

    private static bool TryFixed(TokenText text, int i, out Clock clock)
    {
        var found = text.Is(i, TokenKind.Word) && ClockWords.Fixed.TryGet(text.Span(i), out _);
        _ = ClockWords.Fixed.TryGet(text.Span(i), out var hour);
        clock = new Clock(hour, 0, i + 1, Sure: true, Full: true);
        return found;
    }

    /// <summary>Minutes before or after an hour.</summary>
    private static bool TryAround(TokenText text, int i, out Clock clock)
    {
        clock = default;
        var named = ClockWords.Parts.TryGet(text.Span(i), out var minutes);
        var link = i + 1;
        if (!named && !TryCount(text, i, 29, out minutes, out link))
        {
            return false;
        }

        var said = text.IsWord(link, "minutes") || text.IsWord(link, "mins") || text.IsWord(link, "minute") || text.IsWord(link, "Minuten");
        link += said ? 1 : 0;
        if (!text.Is(link, TokenKind.Word) || !ClockWords.Links.TryGet(text.Span(link), out var side)
            || !(named || said || minutes % 5 == 0) || (minutes == 30 && side < 0) || !TryHour(text, link + 1, out var hour, out var next))
        {
            return false;
        }

        clock = Halves.Read(text, new Clock(hour, side * minutes, next, Spoken: hour <= 12));
        var sure = named || text.IsWord(link, "past");
        clock = sure ? clock with { Sure = true } : clock;
        return sure || (IsPlain(text, link, named || said) && IsNoRange(text, i, minutes, clock)
            && (clock.Sure || ClockWords.MayEnd(text, clock.Next)));
    }

    /// <summary>Words such as <c>after</c> and <c>before</c> join other things too, so they need more than a number before them.</summary>
    private static bool IsPlain(TokenText text, int link, bool marked) =>
        marked || text.IsWord(link, "to") || ((text.IsWord(link, "vor") || text.IsWord(link, "nach")) && text.IsWord(link - 2, "um"));

    /// <summary><c>10 to 4</c> is ten minutes before four after <c>at</c>, and a range after <c>from</c> or on its own.</summary>
    private static bool IsNoRange(TokenText text, int i, int minutes, Clock clock)
    {
        if (text.IsWord(i - 1, "from") || text.IsWord(i - 1, "between") || text.IsWord(i - 1, "von") || text.IsWord(i - 1, "zwischen"))
        {
            return IsLinked(text, clock.Next);
        }

        var answer = text.IsSign(i - 1, ',') && ClockWords.Openers.Contains(text.Span(i - 2)) && clock.Half != DayHalf.None;
        if (answer || text.IsWord(i - 1, "at") || text.IsWord(i - 1, "than") || IsLastOfRange(text, i))
        {
            return true;
        }

        // After a day, and from one hour to the next, people say when something begins and ends.
        if (text.IsSign(i - 1, ',') || DateWords.Weekdays.Contains(text.Span(i - 1)) || text.Is(i - 1, TokenKind.Number) || minutes + 1 == clock.Hour
            || text.Span(i - 1) is "today" or "tomorrow" or "tonight" or "heute" or "morgen" or "open" or "th" or "nd" or "rd" or "st")
        {
            return minutes > 12;
        }

        var before = clock.Half != DayHalf.None || text.Is(i - 1, TokenKind.Line) || (ClockWords.Openers.Contains(text.Span(i - 1)) && !text.IsWord(i - 1, "is") && !text.IsWord(i - 1, "was")) || text.IsWord(i - 1, "by") || text.IsWord(i - 1, "before") || text.IsWord(i - 1, "after")
            || text.IsWord(i - 1, "until") || text.IsWord(i - 1, "till") || text.IsWord(i - 1, "than") || text.IsWord(i - 1, "um");
        return minutes > 12 || before;
    }

    /// <summary>Whether the other end of a range follows.</summary>
    private static bool IsLinked(TokenText text, int i) =>
        text.Span(i) is "to" or "until" or "till" or "and" or "bis" or "und" && (text.Is(i + 1, TokenKind.Number) || SpokenNumbers.Begins(text.Span(i + 1)));

    /// <summary>Whether a range has begun that ends here: <c>between 4 pm and 10 to 8</c>.</summary>
    private static bool IsLastOfRange(TokenText text, int i)
    {
        for (var back = 2; back < 9 && text.Span(i - 1) is "to" or "until" or "till" or "and"; back++)
        {
            if (text.IsWord(i - back, "from") || text.IsWord(i - back, "between"))
            {
                return back > 2;
            }
        }

        return false;
    }

    /// <summary><c>halb acht</c> is half past seven, and <c>half eight</c> half past eight.</summary>
    private static bool TryHalf(TokenText text, int i, out Clock clock)
    {
        clock = default;
        if (text.IsWord(i, "half"))
        {
            var led = ClockWords.Leads.Contains(text.Span(i - 1)) || text.Is(i - 1, TokenKind.Line);
            var british = TryCount(text, i + 1, 12, out var full, out var end) && full > 0;
            _ = TryCount(text, i + 1, 12, out full, out end);
            clock = Halves.Read(text, new Clock(full, 30, end, Sure: true, Spoken: true));
            return british && (clock.Half != DayHalf.None || (led && ClockWords.MayEnd(text, clock.Next)) || ClockWords.Names(text, i, clock.Next));
        }

        if (!text.IsWord(i, "halb") || !TryCount(text, i + 1, 12, out var hour, out var next) || hour == 0)
        {
            return false;
        }

        clock = Halves.Read(text, new Clock(hour, -30, next, Sure: true, Spoken: true)) with { Sure = true };
        return true;
    }

    /// <summary>An hour in words, with its minutes or without: <c>six o'clock</c>, <c>nine thirty am</c>, <c>at seven</c>.</summary>
    private static bool TryWords(TokenText text, int i, out Clock clock)
    {
        clock = default;
        if (!text.Is(i, TokenKind.Word) || !SpokenNumbers.TryShort(text, i, out var hour, out var next) || hour is 0 or > 23 || (text.IsWord(next, "night") && !ClockWords.Leads.Contains(text.Span(i - 1))))
        {
            return false;
        }

        var oh = text.IsWord(next, "oh") || text.IsWord(next, "o") ? 1 : 0;
        var minutes = SpokenNumbers.TryShort(text, next + oh, out var minute, out var after) && (oh > 0 ? minute is > 0 and < 10 : minute is > 9 and < 60);
        if (hour > 12 && !minutes)
        {
            return false;
        }

        clock = Halves.Read(text, new Clock(hour, minutes ? minute : 0, minutes ? after : next, Spoken: true));
        return true;
    }

    private static bool TryHour(TokenText text, int i, out int hour, out int next)
    {
        next = i + 1;
        if (text.Is(i, TokenKind.Word) && ClockWords.Fixed.TryGet(text.Span(i), out hour))
        {
            // Said as an hour of the whole day: before midnight is late, and not below nought.
            hour = hour == 0 ? 24 : hour;
            return true;
        }

        return TryCount(text, i, 24, out hour, out next);
    }

    private static bool TryCount(TokenText text, int i, int most, out int value, out int next)
    {
        next = i + 1;
        return ((text.TryNumber(i, out value) && text[i].Length <= 2) || SpokenNumbers.TryShort(text, i, out value, out next)) && value <= most;
    }
}
