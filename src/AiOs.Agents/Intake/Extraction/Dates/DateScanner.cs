using AiOs.Agents.Intake.Extraction.Dates.Clocks;
using AiOs.Agents.Intake.Extraction.Dates.Months;
using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>
/// Finds days and times, and tells deadlines from other dates. Every day is read in one way or left out with a notice. Counts from the moment of
/// writing, in the writer's own offset.
/// </summary>
internal sealed class DateScanner(TokenText text, DateTimeOffset written, TimeZoneInfo zone, List<string> notices)
{
    private const int LookBack = 5;

    /// <summary>Every word that a day or a time can begin with, so that other words are passed over at once.</summary>
    private static readonly WordTable<bool> Starts = new(
        DateWords.Months.Words.Concat(DateWords.Weekdays.Words).Concat(DateWords.Ordinals.Words).Concat(Holidays.Words).Concat(ClockWords.Starts.Words)
            .Concat(("this diesen dieser diesem next nächsten nächster nächste coming kommenden last letzten past previous that today tonight heute tomorrow morgen "
                + "demain tmr tmw tomorow tommorow tommorrow übermorgen yesterday gestern ayer day within innerhalb binnen end ende monatsende jahresende vorgestern start beginning anfang tmrw today's tomorrow's yesterday's tonight's today’s tomorrow’s yesterday’s tonight’s").Split(' '))
            .Distinct(StringComparer.OrdinalIgnoreCase).Select(word => KeyValuePair.Create(word, true)));

    private readonly List<MomentHit> _found = [];

    private readonly DateOnly _from = DateOnly.FromDateTime(written.DateTime);

    public IReadOnlyList<MomentHit> Scan()
    {
        for (var i = 0; i < text.Count;)
        {
            i = TryMoment(i, out var next) ? next : i + 1;
        }

        return _found;
    }

    private bool TryMoment(int i, out int next)
    {
        next = i + 1;
        var number = text.Is(i, TokenKind.Number);
        if (!number && !(text.Is(i, TokenKind.Word) && Starts.Contains(text.Span(i))))
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

        if (number && IsInside(i))
        {
            return false;
        }

        if (RelativeTimes.TryRead(text, i, out var minutes, out next))
        {
            Count(i, next, minutes);
            return true;
        }

        return TryTime(i, out next);
    }

    private bool TryTime(int i, out int next)
    {
        next = i + 1;
        var part = DayHalf.None;
        var start = DateWords.Parts.Contains(text.Span(i)) ? SkipLinks(i, out part) : i;
        if (!Times.TryRead(text, start, part, out var time))
        {
            return false;
        }

        if (TryDay(SkipLinks(AfterZone(time.Next), out _), out var day))
        {
            // "At 8 on Friday evening": the part of the day stands after the day.
            if (time.Open && DateWords.Parts.TryGet(text.Span(day.Next), out var later) && Times.TryRead(text, start, later, out var told))
            {
                (time, day) = (told, day with { Next = day.Next + 1 });
            }

            next = Emit(start, day, time);
            return true;
        }

        var place = Zones.TryRead(text, time.Next, out var said) ? said.Zone : zone;
        next = Math.Max(time.Next, said.Next);
        _found.Add(new MomentHit(start, next, null, time, IsLimit(start, next), place));
        return true;
    }

    private void Count(int i, int next, int minutes)
    {
        var moment = TimeZoneInfo.ConvertTime(written.AddMinutes(minutes), zone);
        var time = new TimeHit(new TimeOnly(moment.Hour, moment.Minute), next, Open: false, Sure: true);
        _found.Add(new MomentHit(i, next, DateOnly.FromDateTime(moment.DateTime), time, IsLimit(i, next), zone) { Counted = true });
    }

    private bool TryDay(int i, out DayHit hit)
    {
        var found = TryPlainDay(i, out hit);
        hit = found ? RelativeDays.Later(text, hit) : hit;
        return found || TryLast(i, out hit);
    }

    /// <summary>The last end of a range whose first says the month: <c>3 to 7</c> after December.</summary>
    private bool TryLast(int i, out DayHit hit)
    {
        hit = default;
        if (!Ranges.TryBare(text, i, out var day) || _found.Count == 0 || _found[^1] is not { Clock: null, Day: { } first } before || before.Next != i - 1
            || !(Ranges.IsLink(text, i - 1, before.From) || text.IsWord(i - 1, "and") || text.IsWord(i - 1, "or")) || !NamedDays.EndsInDay(text, before.From, i - 1) || !NamedDays.MayEnd(text, i + 1))
        {
            return false;
        }

        hit = new DayHit(Ranges.After(day, first), i + 1);
        return hit.Day is not null;
    }

    private bool TryPlainDay(int i, out DayHit hit) =>
        Weekdays.TryRead(text, i, _from, out hit) || NumericDays.TryRead(text, i, _from, out hit) || NamedDays.TryRead(text, i, _from, out hit)
        || RelativeDays.TryRead(text, i, _from, out hit) || Holidays.TryRead(text, i, _from, out hit) || MonthEdges.TryRead(text, i, _from, out hit);

    private int AfterZone(int i) => Zones.TryRead(text, i, out var hit) ? hit.Next : i;

    private bool IsInside(int i) => text.IsGlued(i) && (text.Is(i - 1, TokenKind.Number) || text.Is(i - 1, TokenKind.Word)
        || !text.IsSign(i - 1, '('));

    /// <summary>
    /// Passes over what stands between a day and its time, or a time and its day: <c>, at</c>, <c>afternoon from</c>,
    /// <c>um</c>.
    /// </summary>
    private int SkipLinks(int i, out DayHalf part)
    {
        // What was read before may have said it already: "this evening".
        part = text.IsWord(i - 1, "tonight") ? DayHalf.Afternoon : DateWords.Parts.TryGet(text.Span(i - 1), out var before) ? before : DayHalf.None;
        for (var steps = 0; steps < 4; steps++, i++)
        {
            if (text.Is(i, TokenKind.Word) && DateWords.Parts.TryGet(text.Span(i), out var said))
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
            "at" or "um" or "from" or "on" or "am" or "ab" or "around" or "about" or "gegen" or "von" or "the" or "between" or "zwischen" or "in" or "à" or "den"
            or "dem";

    /// <summary>Further times of the same day: <c>Tuesday at 10:00 or 14:00</c>.</summary>
    private int MoreTimes(int next, DayHit day, DayHalf part)
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
            // Beside another day of the week each is told as it stands, and the range makes its field.
            var later = day.Weekday ? InRange(i, date) : SameYear(i, day, date);
            var apart = later > date && _found[^1].Weekday;
            var meant = apart ? later : Meant(i, day, date);
            date = apart ? date : later;
            _found.Add(new MomentHit(i, next, date, time, day.Limit || IsLimit(i, next), place) { Rough = day.Rough, Alone = day.Alone, Weekday = day.Weekday, Meant = meant });
        }

        return next;
    }

    /// <summary>What a day of the month means beside the other end of its range, whichever of both says the month.</summary>
    private DateOnly? Meant(int i, DayHit day, DateOnly date)
    {
        var link = i - (text.IsWord(i - 1, "the") || text.IsWord(i - 1, "den") ? 2 : 1);
        if (_found.Count == 0 || day.Weekday || _found[^1] is not { Day: { } said } first || first.Next != link || !Ranges.IsLink(text, link, first.From))
        {
            return null;
        }

        if (!day.Alone && first.Alone)
        {
            _found[^1] = first with { Meant = Ranges.Before(said.Day, date) };
        }
        else if (!first.Weekday && HasYear(day.Next) && !HasYear(first.Next))
        {
            // The year is said once, with the last day.
            _found[^1] = first with { Meant = Ranges.InYear(said, date) };
        }
        else if (!day.Alone && HasYear(first.Next) && !HasYear(day.Next))
        {
            return Ranges.FromYear(date, said);
        }

        return day.Alone ? Ranges.After(date.Day, first.Meant ?? said) : null;
    }

    /// <summary>Whether the words before say the year.</summary>
    private bool HasYear(int next) => text[next - 1].Length == 4 && text.Is(next - 1, TokenKind.Number);

    /// <summary>A range of a few days ends in the year it begins: <c>2 March until 4 March</c>.</summary>
    private DateOnly SameYear(int i, DayHit day, DateOnly date) =>
        _found.Count > 0 && _found[^1] is { Day: { } first, Weekday: false, Alone: false } before && !day.Alone && date.AddYears(-1) >= first && !HasYear(day.Next) && !HasYear(before.Next)
        && before.Next is var link && link < i && i - link <= 2 && Ranges.IsLink(text, link, before.From) ? date.AddYears(-1) : date;

    /// <summary>A range ends after it begins: <c>from 3 December until Friday</c>.</summary>
    private DateOnly InRange(int i, DateOnly day)
    {
        var link = i - (text.IsWord(i - 1, "the") || text.IsWord(i - 1, "den") ? 2 : 1);
        if (_found.Count == 0 || _found[^1] is not { Day: { } first } before || before.Next != link || !Ranges.IsLink(text, link, before.From) || day >= first)
        {
            return day;
        }

        return Calendar.Coming(Calendar.WeekdayOf(day), first);
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
