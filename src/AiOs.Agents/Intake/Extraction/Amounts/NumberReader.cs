using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Amounts;

/// <summary>Reads a number as people write it: <c>1.200,50</c>, <c>1,200.50</c>, <c>1'200.—</c>, <c>1 200</c>, <c>1.2k</c>.</summary>
internal static class NumberReader
{
    private const int MaxGroups = 6;
    private const int MaxDigits = 13;

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">The token of its first digits.</param>
    /// <param name="value">The number.</param>
    /// <param name="next">The token after it.</param>
    /// <returns>Whether there is one with one reading; a date such as 24.11.2026 is none.</returns>
    public static bool TryRead(TokenText text, int i, out decimal value, out int next)
    {
        value = 0;
        Span<char> marks = stackalloc char[MaxGroups];
        var groups = CountGroups(text, i, marks, out next);
        if (groups == 0 || groups > MaxGroups || text[next - 1].End - text[i].Start > MaxDigits + MaxGroups)
        {
            return false;
        }

        if (!TryPlaces(text, i, marks[..(groups - 1)], out var places) || !TryDigits(text, i, groups, places, out value))
        {
            return false;
        }

        next = SkipEmptyCents(text, next);
        ReadMagnitude(text, ref next, ref value);
        return value < 1_000_000_000_000m;
    }

    private static int CountGroups(TokenText text, int i, Span<char> marks, out int next)
    {
        next = i;
        if (!text.Is(i, TokenKind.Number))
        {
            return 0;
        }

        var groups = 1;
        for (next = i + 1; groups <= MaxGroups;)
        {
            if (IsMark(text, next) && text.IsGlued(next) && text.Is(next + 1, TokenKind.Number) && text.IsGlued(next + 1))
            {
                SetMark(marks, groups, text.Source[text[next].Start]);
                next += 2;
            }
            else if (IsSpacedGroup(text, i, next, marks[..Math.Min(groups - 1, MaxGroups)]))
            {
                SetMark(marks, groups, ' ');
                next++;
            }
            else
            {
                break;
            }

            groups++;
        }

        return groups;
    }

    private static void SetMark(Span<char> marks, int groups, char mark)
    {
        if (groups - 1 < marks.Length)
        {
            marks[groups - 1] = mark == '’' ? '\'' : mark;
        }
    }

    private static bool IsMark(TokenText text, int i) =>
        text.Is(i, TokenKind.Sign) && text.Source[text[i].Start] is '.' or ',' or '\'' or '’';

    private static bool IsSpacedGroup(TokenText text, int first, int i, ReadOnlySpan<char> marks) =>
        text.Is(i, TokenKind.Number) && text[i].Length == 3 && text[first].Length <= 3
        && text[i].Start - text[i - 1].End == 1 && marks.IndexOfAnyExcept(' ') < 0
        && !(IsMark(text, i + 1) && text.IsGlued(i + 1) && text[i + 2].Length > 2 && text.Is(i + 2, TokenKind.Number)
        && text.IsGlued(i + 2));

    /// <summary>Decides how many of the last digits are decimals.</summary>
    private static bool TryPlaces(TokenText text, int i, ReadOnlySpan<char> marks, out int places)
    {
        places = 0;
        if (marks.IsEmpty)
        {
            return true;
        }

        var last = marks[^1];
        var lastLength = LastGroup(text, i, marks.Length);
        var head = marks[..^1];
        var decimals = last is '.' or ',' && lastLength is 1 or 2 && !head.Contains(last);
        places = decimals ? lastLength : 0;
        var thousands = decimals ? head : marks;
        return thousands.IsEmpty
            || (thousands.IndexOfAnyExcept(thousands[0]) < 0 && AreThousands(text, i, thousands.Length));
    }

    private static bool AreThousands(TokenText text, int i, int count)
    {
        if (text[i].Length > 3 || text.Source[text[i].Start] == '0')
        {
            return false;
        }

        var token = i;
        for (var seen = 0; seen < count;)
        {
            token++;
            if (text.Is(token, TokenKind.Number))
            {
                seen++;
                if (text[token].Length != 3)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static int LastGroup(TokenText text, int i, int count)
    {
        while (count > 0)
        {
            i++;
            count -= text.Is(i, TokenKind.Number) ? 1 : 0;
        }

        return text[i].Length;
    }

    private static bool TryDigits(TokenText text, int i, int groups, int places, out decimal value)
    {
        value = 0;
        var digits = 0;
        for (var token = i; groups > 0; token++)
        {
            if (!text.Is(token, TokenKind.Number))
            {
                continue;
            }

            groups--;
            foreach (var c in text.Span(token))
            {
                value = (value * 10) + (c - '0');
                if (++digits > MaxDigits)
                {
                    return false;
                }
            }
        }

        value /= places switch { 1 => 10m, 2 => 100m, _ => 1m };
        return true;
    }

    /// <summary>Passes over the dash that stands for no cents: <c>.—</c>, <c>,-</c>.</summary>
    private static int SkipEmptyCents(TokenText text, int next)
    {
        if (!IsMark(text, next) || !text.IsGlued(next) || !text.IsGlued(next + 1))
        {
            return next;
        }

        var end = next + 1;
        while (text.IsGlued(end) && text.Is(end, TokenKind.Sign) && text.Source[text[end].Start] is '-' or '–' or '—')
        {
            end++;
        }

        return end > next + 1 ? end : next;
    }

    private static void ReadMagnitude(TokenText text, ref int next, ref decimal value)
    {
        if (CurrencyWords.Magnitudes.TryGet(text.Span(next), out var factor) && (text.Span(next).Length > 1 || text.IsGlued(next)))
        {
            value *= factor;
            next++;
        }
    }
}
