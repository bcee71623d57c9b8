using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates.Clocks;

/// <summary>Reads clocks in digits: <c>10:00</c>, <c>3pm</c>, <c>15.30 Uhr</c>, <c>14h30</c>, <c>9 05 in the morning</c>.</summary>
internal static class DigitClocks
{
    public static bool TryRead(TokenText text, int i, out Clock clock)
    {
        clock = default;
        if (text[i].Length is 3 or 4)
        {
            return TryRun(text, i, out clock);
        }

        if (!text.TryNumber(i, out var hour) || text[i].Length > 2 || hour > 24)
        {
            return false;
        }

        clock = Glued(text, i, new Clock(hour, 0, i + 1));
        if (clock.Next > i + 1)
        {
            clock = Halves.Read(text, clock);
            return true;
        }

        if (TryApart(text, i, clock, out var apart))
        {
            clock = apart;
            return true;
        }

        clock = Halves.Read(text, clock);
        return true;
    }

    private static Clock Glued(TokenText text, int i, Clock clock)
    {
        if (text.IsSign(i + 1, ':') && text.IsGlued(i + 1) && Minutes(text, i + 2, out var minute))
        {
            var seconds = text.IsSign(i + 3, ':') && text.IsGlued(i + 3) && Minutes(text, i + 4, out _);
            return clock with { Minute = minute, Next = seconds ? i + 5 : i + 3, Sure = true };
        }

        if (text.IsSign(i + 1, '.') && text.IsGlued(i + 1) && Minutes(text, i + 2, out minute))
        {
            return clock with { Minute = minute, Next = i + 3 };
        }

        if (!text.IsWord(i + 1, "h") || !text.IsGlued(i + 1))
        {
            return clock;
        }

        var minutes = Minutes(text, i + 2, out minute);
        return clock with { Minute = minutes ? minute : 0, Next = minutes ? i + 3 : i + 2, Sure = true, Full = true };
    }

    /// <summary>Hour and minutes with a space between them: sure where the half of the day follows, and where nothing else can be meant.</summary>
    private static bool TryApart(TokenText text, int i, Clock hour, out Clock clock)
    {
        clock = hour;
        if (text[i + 1].Length != 2 || text.IsGlued(i + 1) || !text.TryNumber(i + 1, out var minute) || minute > 59
            || text.Is(i + 2, TokenKind.Number) || text.IsGlued(i + 2) && text.Is(i + 2, TokenKind.Sign) && text.Is(i + 3, TokenKind.Number))
        {
            return false;
        }

        clock = Halves.Read(text, hour with { Minute = minute, Next = i + 2 });
        var led = text.Is(i - 1, TokenKind.Line) || ClockWords.Leads.Contains(text.Span(i - 1)) || ClockWords.Owners.Contains(text.Span(i - 1));
        return clock.Sure || (led && ClockWords.MayEnd(text, clock.Next)) || (minute % 5 == 0 && ClockWords.Names(text, i, clock.Next));
    }

    /// <summary>Hour and minutes in one run of digits: <c>1730 hours</c>, <c>930 am</c>, <c>at 1930</c>; such a number is a year as well, but nothing is at a year.</summary>
    private static bool TryRun(TokenText text, int i, out Clock clock)
    {
        clock = default;
        if (!text.TryNumber(i, out var digits) || digits / 100 > 24 || digits % 100 > 59)
        {
            return false;
        }

        clock = Halves.Read(text, new Clock(digits / 100, digits % 100, i + 1));
        var hours = text.IsWord(i + 1, "hours") || text.IsWord(i + 1, "hrs");
        clock = hours ? clock with { Next = i + 2, Sure = true, Full = true } : clock;
        var led = text.IsWord(i - 1, "at") && text[i].Length == 4 && digits % 5 == 0 && ClockWords.MayEnd(text, clock.Next);
        return led || (clock.Sure && (hours || clock.Half != DayHalf.None));
    }

    private static bool Minutes(TokenText text, int i, out int minute)
    {
        minute = 0;
        return text[i].Length == 2 && text.IsGlued(i) && text.TryNumber(i, out minute) && minute < 60;
    }
}
