using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>
/// Reads times of day: <c>10:00</c>, <c>3pm</c>, <c>3:30 p.m.</c>, <c>10 Uhr</c>, <c>15.30 Uhr</c>, <c>14h30</c>, noon, and
/// the start of a range.
/// </summary>
internal static class Times
{
    /// <summary>Reads a time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">Its first token.</param>
    /// <param name="part">The part of the day if that was said: 1 before noon, 2 after it, else 0.</param>
    /// <param name="hit">The time.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(TokenText text, int i, int part, out TimeHit hit)
    {
        if (text.IsWord(i, "noon") || text.IsWord(i, "midday"))
        {
            hit = new TimeHit(new TimeOnly(12, 0), i + 1);
            return true;
        }

        if (!TryClock(text, i, out var clock))
        {
            hit = default;
            return false;
        }

        SkipRange(text, ref clock);
        var half = clock.Half == 0 && clock.Hour <= 12 ? part : clock.Half;
        if (!clock.Sure && half == 0)
        {
            hit = default;
            return false;
        }

        hit = Settle(text, i, clock, half);
        return clock.Hour < 24 && clock.Minute < 60 && !(clock.Half > 0 && clock.Hour is 0 or > 12);
    }

    private static TimeHit Settle(TokenText text, int i, Clock clock, int half)
    {
        if (half == 0 && !clock.Spoken24 && clock.Hour is >= 1 and <= 6 && text[i].Length == 1)
        {
            return new TimeHit(null, clock.Next, $"“{text.Quote(i, clock.Next)}” may be morning or afternoon; only the day was taken");
        }

        var hour = half switch { 1 => clock.Hour % 12, 2 => (clock.Hour % 12) + 12, _ => clock.Hour };
        return hour < 24 && clock.Minute < 60 ? new TimeHit(new TimeOnly(hour, clock.Minute), clock.Next) : new TimeHit(null, clock.Next);
    }

    private static bool TryClock(TokenText text, int i, out Clock clock)
    {
        clock = default;
        if (!text.TryNumber(i, out var hour) || text[i].Length > 2 || hour > 24)
        {
            return false;
        }

        clock = new Clock(hour, 0, i + 1);
        if (text.IsSign(i + 1, ':') && text.IsGlued(i + 1) && Minutes(text, i + 2, out var minute))
        {
            clock = clock with { Minute = minute, Next = i + 3, Sure = true };
            var seconds = text.IsSign(i + 3, ':') && text.IsGlued(i + 3) && Minutes(text, i + 4, out _);
            clock = seconds ? clock with { Next = i + 5 } : clock;
        }
        else if (text.IsSign(i + 1, '.') && text.IsGlued(i + 1) && Minutes(text, i + 2, out minute))
        {
            clock = clock with { Minute = minute, Next = i + 3 };
        }
        else if (text.IsWord(i + 1, "h") && text.IsGlued(i + 1))
        {
            var minutes = Minutes(text, i + 2, out minute);
            clock = clock with { Minute = minutes ? minute : 0, Next = minutes ? i + 3 : i + 2, Sure = true, Spoken24 = true };
        }

        clock = ReadHalf(text, clock);
        return true;
    }

    private static bool Minutes(TokenText text, int i, out int minute)
    {
        minute = 0;
        return text[i].Length == 2 && text.IsGlued(i) && text.TryNumber(i, out minute) && minute < 60;
    }

    /// <summary>Reads <c>am</c>, <c>p.m.</c> or <c>Uhr</c> after the digits.</summary>
    private static Clock ReadHalf(TokenText text, Clock clock)
    {
        var i = clock.Next;
        if (text.IsWord(i, "Uhr"))
        {
            var minutes = clock.Minute == 0 && text.TryNumber(i + 1, out var spoken) && text[i + 1].Length == 2 && spoken < 60
                && !text.IsSign(i + 2, '.');
            _ = text.TryNumber(i + 1, out var minute);
            return clock with { Minute = minutes ? minute : clock.Minute, Next = minutes ? i + 2 : i + 1, Sure = true, Spoken24 = true };
        }

        var half = text.IsWord(i, "am") || text.IsWord(i, "a") ? 1 : text.IsWord(i, "pm") || text.IsWord(i, "p") ? 2 : 0;
        if (half == 0)
        {
            return clock;
        }

        if (text[i].Length == 2)
        {
            return clock with { Half = half, Next = i + 1, Sure = true };
        }

        var dotted = text.IsSign(i + 1, '.') && text.IsGlued(i + 1) && text.IsWord(i + 2, "m") && text.IsGlued(i + 2);
        var end = i + 3 + (text.IsSign(i + 3, '.') && text.IsGlued(i + 3) ? 1 : 0);
        return dotted ? clock with { Half = half, Next = end, Sure = true } : clock;
    }

    /// <summary>Passes over the end of a range; the start takes what the end says: <c>2-3 pm</c>.</summary>
    private static void SkipRange(TokenText text, ref Clock clock)
    {
        var link = clock.Next;
        var joins = text.IsSign(link, '-') || text.IsSign(link, '–') || text.IsWord(link, "to") || text.IsWord(link, "bis")
            || text.IsWord(link, "till") || text.IsWord(link, "until") || text.IsWord(link, "and");
        if (!joins || !TryClock(text, link + 1, out var end) || !(end.Sure || clock.Sure))
        {
            return;
        }

        if (text.IsWord(link, "and") && clock.Sure)
        {
            return;
        }

        var half = clock.Half > 0 || end.Half == 0 ? clock.Half : end.Half == 2 && clock.Hour % 12 > end.Hour % 12 ? 1 : end.Half;
        clock = clock with { Next = end.Next, Half = half, Sure = true, Spoken24 = clock.Spoken24 || end.Spoken24 };
    }

    private readonly record struct Clock(int Hour, int Minute, int Next, int Half = 0, bool Sure = false, bool Spoken24 = false);
}
