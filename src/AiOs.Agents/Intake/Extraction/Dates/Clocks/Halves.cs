using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates.Clocks;

/// <summary>Reads what says the half of the day after a clock: <c>am</c>, <c>p.m.</c>, <c>Uhr</c>, <c>o'clock</c>, <c>in the evening</c>.</summary>
internal static class Halves
{
    public static Clock Read(TokenText text, Clock clock)
    {
        if (text.IsWord(clock.Next, "o'clock") || text.IsWord(clock.Next, "o’clock") || text.IsWord(clock.Next, "oclock"))
        {
            clock = clock with { Next = clock.Next + 1, Sure = true };
        }

        clock = text.IsWord(clock.Next, "Uhr") ? ReadHour(text, clock) : clock;
        return TryLetters(text, ref clock) ? clock : ReadWords(text, clock);
    }

    /// <summary>Reads <c>Uhr</c>, with minutes after it or none.</summary>
    private static Clock ReadHour(TokenText text, Clock clock)
    {
        var i = clock.Next;
        var minutes = clock.Minute == 0 && text.TryNumber(i + 1, out var spoken) && text[i + 1].Length == 2 && spoken < 60 && !text.IsSign(i + 2, '.');
        _ = text.TryNumber(i + 1, out var minute);
        return clock with { Minute = minutes ? minute : clock.Minute, Next = minutes ? i + 2 : i + 1, Sure = true, Full = !clock.Spoken };
    }

    private static bool TryLetters(TokenText text, ref Clock clock)
    {
        var i = clock.Next;
        var half = text.IsWord(i, "am") || text.IsWord(i, "a") ? DayHalf.Morning
            : text.IsWord(i, "pm") || text.IsWord(i, "p") ? DayHalf.Afternoon : DayHalf.None;
        // "10 Uhr am Montag", "14:00 am Abend": the German word, not the half of a day.
        var german = half == DayHalf.Morning && (clock.Full || clock.Hour > 12 || DateWords.Parts.Contains(text.Span(i + 1)));
        if (half == DayHalf.None || german)
        {
            return false;
        }

        if (text[i].Length == 2)
        {
            clock = clock with { Half = half, Next = i + 1, Sure = true };
            return true;
        }

        var dot = text.IsSign(i + 1, '.') && text.IsGlued(i + 1) ? 2 : 1;
        if (!text.IsWord(i + dot, "m") || (dot == 2 && !text.IsGlued(i + dot)) || (dot == 1 && text.IsGlued(i + dot)))
        {
            return false;
        }

        var end = i + dot + 1;
        clock = clock with { Half = half, Next = end + (dot == 2 && text.IsSign(end, '.') && text.IsGlued(end) ? 1 : 0), Sure = true };
        return true;
    }

    private static Clock ReadWords(TokenText text, Clock clock)
    {
        var i = clock.Next;
        i += text.IsWord(i, "in") && text.IsWord(i + 1, "the") ? 2 : text.IsWord(i, "at") && text.IsWord(i + 1, "night") ? 1
            : text.IsWord(i, "am") ? 1 : 0;
        if (text.Is(i, TokenKind.Word) && DateWords.Parts.TryGet(text.Span(i), out var half))
        {
            return clock with { Half = half, Next = i + 1, Sure = true };
        }

        // What names the day as well is left for whoever reads days.
        var names = text.IsWord(i, "this") || text.IsWord(i, "tomorrow") || text.IsWord(i, "yesterday") || text.IsWord(i, "heute") || text.IsWord(i, "morgen");
        return names && DateWords.Parts.TryGet(text.Span(i + 1), out half) ? clock with { Half = half, Sure = true }
            : text.IsWord(i, "tonight") ? clock with { Half = clock.Hour == 12 ? DayHalf.Night : DayHalf.Afternoon, Sure = true } : clock;
    }
}
