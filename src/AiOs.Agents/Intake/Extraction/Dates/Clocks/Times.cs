using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates.Clocks;

/// <summary>Reads times of day in digits and in words, and the two ends of a range.</summary>
internal static class Times
{
    /// <summary>Reads a time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">Its first token.</param>
    /// <param name="part">The part of the day if that was said before it.</param>
    /// <param name="hit">The time.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(TokenText text, int i, DayHalf part, out TimeHit hit)
    {
        hit = default;
        if (!TryClock(text, i, out var clock))
        {
            return false;
        }

        var end = ReadRange(text, i, ref clock);
        var half = clock.Half == DayHalf.None && clock.Hour <= 12 && !clock.Full ? part : clock.Half;
        if ((!clock.Sure && half == DayHalf.None && !IsBare(text, i, clock)) || clock.At(half) is not { } time)
        {
            return false;
        }

        var open = half == DayHalf.None && IsOpen(text, i, clock);
        hit = new TimeHit(time, clock.Next, open, clock.Sure || half != DayHalf.None, end,
            open ? $"“{text.Quote(i, clock.Next)}” may be morning or afternoon; only the day was taken" : null);
        return true;
    }

    /// <summary>Digits with minutes are meant as they stand from seven o'clock on, or with a nought before them; a bare or spoken hour is not.</summary>
    private static bool IsOpen(TokenText text, int i, Clock clock) =>
        !clock.Full && clock.Hour is >= 1 and <= 12
        && (clock.Spoken || !clock.Sure || text.Span(clock.Next - 1) is "o'clock" or "o’clock" or "oclock" || (clock.Hour <= 6 && text[i].Length == 1));

    /// <summary>A number alone is an hour where the words on both sides leave nothing else.</summary>
    private static bool IsBare(TokenText text, int i, Clock clock)
    {
        var word = text.Is(i, TokenKind.Word);
        var at = text.Span(i - 1) is "at" or "At" or "um" or "Um" or "around" or "until" or "till"
            || (text.IsWord(i - 1, "about") && text.IsWord(i - 2, "at"));
        var full = clock.Minute % 5 == 0 && clock.Next > i + 1 && (!word || clock.Minute != 0);
        var lead = at || (IsNumberLed(text, i) && (!word || text.Span(i) is not "one")) || (full
            && (text.Is(i - 1, TokenKind.Line) || IsAnswer(text, i - 1) || ClockWords.Leads.Contains(text.Span(i - 1)) || ClockWords.Owners.Contains(text.Span(i - 1))));
        return (lead && ClockWords.MayEnd(text, clock.Next) && !IsCounted(text, i, clock.Next)) || (full && ClockWords.Names(text, i, clock.Next));
    }

    private static bool IsAnswer(TokenText text, int i) =>
        ClockWords.Openers.Contains(text.Span(i)) || (text.IsSign(i, ',') && ClockWords.Openers.Contains(text.Span(i - 1)));

    /// <summary>
    /// <c>from 5 to 7 people</c>: a range that its own words do not make one of times is one of other things, and so is <c>four and a half thousand</c>.
    /// </summary>
    private static bool IsCounted(TokenText text, int i, int next) =>
        (text.IsWord(i - 1, "from") && (text.IsWord(next, "to") || text.IsWord(next, "until") || text.IsWord(next, "till")))
        || (text.IsWord(next, "and") && text.IsWord(next + 1, "a") && text.IsWord(next + 2, "half"));

    private static bool IsNumberLed(TokenText text, int i) =>
        text.Span(i - 1) is "by" or "before" or "after" or "from" || (text.IsWord(i - 1, "than") && (text.IsWord(i - 2, "later") || text.IsWord(i - 2, "earlier")));

    private static bool TryClock(TokenText text, int i, out Clock clock) =>
        SpokenClocks.TryRead(text, i, out clock) || DigitClocks.TryRead(text, i, out clock);

    /// <summary>Reads the end of a range; the start takes what the end says: <c>2-3 pm</c>.</summary>
    private static TimeOnly? ReadRange(TokenText text, int i, ref Clock clock)
    {
        var link = clock.Next;
        var and = text.IsWord(link, "and") || text.IsWord(link, "und");
        var between = text.IsWord(i - 1, "between") || text.IsWord(i - 1, "zwischen");
        var joins = text.IsSign(link, '-') || text.IsSign(link, '–') || text.IsWord(link, "to") || text.IsWord(link, "bis")
            || text.IsWord(link, "till") || text.IsWord(link, "until") || (and && (between || !clock.Sure));
        if (!joins || !TryClock(text, link + 1, out var end))
        {
            return null;
        }

        var led = (text.IsWord(i - 1, "from") || text.IsWord(i - 1, "von") || between) && ClockWords.MayEnd(text, end.Next);
        if (!end.Sure && !clock.Sure && !led)
        {
            return null;
        }

        var late = end.Half != DayHalf.Morning && end.Half != DayHalf.None && clock.Hour % 12 > end.Hour % 12;
        var half = clock.Half != DayHalf.None || end.Half == DayHalf.None || clock.Hour > 12 ? clock.Half : late ? DayHalf.Morning : end.Half;
        clock = clock with { Next = end.Next, Half = half, Sure = true, Full = clock.Full || end.Full };
        var after = end.Half == DayHalf.None && half == DayHalf.Afternoon && end.Hour <= 12 ? half : end.Half;
        return end.At(after);
    }
}
