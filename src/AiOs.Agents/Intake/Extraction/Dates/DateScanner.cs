using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>Finds days and times, and tells deadlines from other dates. Every day is read in one way or left out with a notice.</summary>
internal sealed class DateScanner(TokenText text, DateOnly from, TimeZoneInfo zone, List<Found> found, List<string> notices)
{
    private const int LookBack = 5;

    public void Scan()
    {
        for (var i = 0; i < text.Count;)
        {
            i = TryMoment(i, out var next) ? next : i + 1;
        }
    }

    private bool TryMoment(int i, out int next)
    {
        next = i + 1;
        if (!text.Is(i, TokenKind.Number) && !(text.Is(i, TokenKind.Word) && DateWords.Starts.Contains(text.Span(i))))
        {
            return false;
        }

        if (TryDay(i, out var day))
        {
            next = day.Next;
            var time = SkipLinks(day.Next, out var part) is var j && Times.TryRead(text, j, part, out var hit) ? hit : default(TimeHit?);
            next = Emit(i, day, time);
            next = time is null ? next : MoreTimes(next, day, part);
            return true;
        }

        if (text.Is(i, TokenKind.Number) && !IsInside(i) && Times.TryRead(text, i, 0, out var early)
            && TryDay(SkipLinks(AfterZone(early.Next), out _), out day))
        {
            next = Emit(i, day, early);
            return true;
        }

        return false;
    }

    private bool TryDay(int i, out DayHit hit) =>
        Weekdays.TryRead(text, i, from, out hit) || NumericDays.TryRead(text, i, from, out hit)
        || NamedDays.TryRead(text, i, from, out hit) || RelativeDays.TryRead(text, i, from, out hit);

    private int AfterZone(int i) => Zones.TryRead(text, i, out var hit) ? hit.Next : i;

    private bool IsInside(int i) => text.IsGlued(i) && (text.Is(i - 1, TokenKind.Number) || text.Is(i - 1, TokenKind.Word)
        || !text.IsSign(i - 1, '('));

    /// <summary>
    /// Passes over what stands between a day and its time, or a time and its day: <c>, at</c>, <c>afternoon from</c>,
    /// <c>um</c>.
    /// </summary>
    private int SkipLinks(int i, out int part)
    {
        part = text.IsWord(i - 1, "tonight") ? 2 : 0;
        for (var steps = 0; steps < 4; steps++, i++)
        {
            if (DateWords.Parts.TryGet(text.Span(i), out var said))
            {
                part = said;
            }
            else if (!IsLink(i))
            {
                break;
            }
        }

        return i;
    }

    private bool IsLink(int i) =>
        text.IsSign(i, ',') || text.IsSign(i, '@') || text.IsSign(i, '(') || (text.Span(i) is "T" && text.IsGlued(i)) || text.Span(i) is
            "at" or "um" or "from" or "on" or "am" or "ab" or "around" or "gegen" or "von" or "the" or "between" or "zwischen" or "in" or "à" or "den" or "dem";

    /// <summary>Further times of the same day: <c>Tuesday at 10:00 or 14:00</c>.</summary>
    private int MoreTimes(int next, DayHit day, int part)
    {
        for (var more = 0; more < 6; more++)
        {
            var j = next + (text.IsSign(next, ',') ? 1 : 0);
            j += text.IsWord(j, "or") || text.IsWord(j, "and") || text.IsWord(j, "oder") || text.IsWord(j, "und") || text.IsSign(j, '/')
                ? 1 : 0;
            var linked = j > next;
            j += text.IsWord(j, "at") || text.IsWord(j, "um") ? 1 : 0;
            if (!linked || !Times.TryRead(text, j, part, out var time) || TryDay(j, out _) || IsTimeOfNextDay(time.Next))
            {
                break;
            }

            next = Emit(j, day with { Next = j }, time);
        }

        return next;
    }

    private bool IsTimeOfNextDay(int i) => TryDay(SkipLinks(AfterZone(i), out _), out _) && !text.IsSign(i, ',');

    private int Emit(int i, DayHit day, TimeHit? time)
    {
        var next = Math.Max(day.Next, time?.Next ?? 0);
        var place = zone;
        if (time is { } clock)
        {
            place = Zones.TryRead(text, clock.Next, out var said) ? said.Zone : zone;
            next = Math.Max(next, said.Next);
            Notice(clock.Notice);
        }

        Notice(day.Notice);
        if (day.Day is { } date)
        {
            var name = day.Limit || IsLimit(i, next) ? FieldName.Deadline : FieldName.Date;
            var value = Moment.Write(date, time?.Time, place, Notice);
            found.Add(new Found(text[i].Start, new ExtractedField(name, value, text.Quote(i, next))));
        }

        return next;
    }

    private bool IsLimit(int i, int next)
    {
        if (text.IsWord(next, "at") && text.IsWord(next + 1, "the") && text.IsWord(next + 2, "latest"))
        {
            return true;
        }

        for (var back = 1; back <= LookBack; back++)
        {
            var word = text.Span(i - back);
            if (DateWords.Limits.Contains(word) || (text.IsWord(i - back, "than") && text.IsWord(i - back - 1, "later")))
            {
                return true;
            }

            var passes = text.IsSign(i - back, ':') || text.IsSign(i - back, ',') || text.IsSign(i - back, '(')
                || DateWords.Fillers.Contains(word);
            if (!passes)
            {
                return false;
            }
        }

        return false;
    }

    private void Notice(string? sentence)
    {
        if (sentence is not null && !notices.Contains(sentence))
        {
            notices.Add(sentence);
        }
    }
}
