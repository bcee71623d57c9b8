using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates.Clocks;

/// <summary>Reads times told from the moment of writing: <c>in two hours</c>, <c>half an hour ago</c>, <c>vor 20 Minuten</c>.</summary>
internal static class RelativeTimes
{
    private const int Most = 10_000;

    private static readonly WordTable<int> Units = WordTable<int>.Of(
        (60, "hour hours hr hrs h stunde stunden"), (1, "minute minutes min mins minuten"));

    /// <summary>Reads how far off it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">Its first token.</param>
    /// <param name="minutes">Minutes from now; less than 0 for what is over.</param>
    /// <param name="next">The token after it.</param>
    /// <returns>Whether there is such a time.</returns>
    public static bool TryRead(TokenText text, int i, out int minutes, out int next)
    {
        var ahead = text.IsWord(i, "in");
        var back = text.IsWord(i, "vor");
        if (!TrySpan(text, ahead || back ? i + 1 : i, out minutes, out next))
        {
            return false;
        }

        if (ahead || back)
        {
            minutes = back ? -minutes : minutes;
            return !text.IsWord(next, "ago");
        }

        if (text.IsWord(next, "ago"))
        {
            minutes = -minutes;
            next++;
            return !text.IsWord(i - 1, "than");
        }

        var later = text.IsWord(next, "from") && text.IsWord(next + 1, "now");
        next += later ? 2 : 0;
        return later;
    }

    private static bool TrySpan(TokenText text, int i, out int minutes, out int next)
    {
        var half = text.IsWord(i, "half") && text.IsWord(i + 1, "an") ? 2 : text.IsWord(i, "einer") && text.IsWord(i + 1, "halben") ? 2 : 0;
        if (half > 0)
        {
            (minutes, next) = (30, i + 3);
            return Units.TryGet(text.Span(i + 2), out var whole) && whole == 60;
        }

        if (TryQuarter(text, i, out minutes, out next))
        {
            return true;
        }

        if (!TryPart(text, i, out minutes, out next))
        {
            return false;
        }

        var join = next + (text.IsWord(next, "and") || text.IsWord(next, "und") ? 1 : 0);
        if (text.IsWord(join, "a") && text.IsWord(join + 1, "half"))
        {
            (minutes, next) = (minutes + 30, join + 2);
        }
        else if (minutes % 60 == 0 && TryPart(text, join, out var more, out var after) && more < 60)
        {
            (minutes, next) = (minutes + more, after);
        }

        return true;
    }

    /// <summary><c>a quarter of an hour</c>, <c>two and a half hours</c>.</summary>
    private static bool TryQuarter(TokenText text, int i, out int minutes, out int next)
    {
        var quarter = i + (text.IsWord(i, "a") ? 1 : 0);
        (minutes, next) = (15, quarter + 4);
        if (text.IsWord(quarter, "quarter") && text.IsWord(quarter + 1, "of") && text.IsWord(quarter + 2, "an") && text.IsWord(quarter + 3, "hour"))
        {
            return true;
        }

        next = i + 1;
        var counted = text.TryNumber(i, out var hours) || SpokenNumbers.TryShort(text, i, out hours, out next);
        minutes = (60 * hours) + 30;
        next += 4;
        return counted && minutes < Most && text.IsWord(next - 4, "and") && text.IsWord(next - 3, "a") && text.IsWord(next - 2, "half")
            && Units.TryGet(text.Span(next - 1), out var unit) && unit == 60;
    }

    private static bool TryPart(TokenText text, int i, out int minutes, out int next)
    {
        minutes = 0;
        next = i + 1;
        var counted = text.TryNumber(i, out var count) || DateWords.Counts.TryGet(text.Span(i), out count)
            || SpokenNumbers.TryShort(text, i, out count, out next);
        if (!counted || !text.Is(next, TokenKind.Word) || !Units.TryGet(text.Span(next), out var unit) || count * unit > Most)
        {
            return false;
        }

        minutes = count * unit;
        next++;
        return true;
    }
}
