using System.Globalization;
using AiOs.Kernel.Grounding.Texts;

namespace AiOs.Kernel.Grounding.Reading;

/// <summary>
/// Finds days. What can be read in two ways, such as 03/04, is not found; a day without a year is one of any year.
/// A moment is found only where it stands exactly.
/// </summary>
internal static class Days
{
    private const string Closing = ".,;:!?)]}\"'“”’»";

    public static IEnumerable<string> FormsOf(string value)
    {
        if (value.Contains('T', StringComparison.Ordinal))
        {
            return value.Any(c => char.IsWhiteSpace(c) || Pieces.IsHidden(c)) ? [] : [value];
        }

        var day = Find(Pieces.Cut(value)).Take(2).ToList();
        return value.Length == 10 && day is [{ Form: var form }] && form == value ? [value, value[4..]] : [];
    }

    public static IEnumerable<string> In(string text) =>
        Find(Pieces.Cut(text)).Select(day => day.Form).Concat(Words.Of(text, "<>\"()", "'“„", Closing).Where(word => word.Contains('T', StringComparison.Ordinal)));

    /// <summary>Which pieces are parts of days, so that nobody takes their numbers for something else.</summary>
    public static HashSet<int> Spans(Pieces pieces) => [.. Find(pieces).SelectMany(day => Enumerable.Range(day.First, day.Last - day.First + 1))];

    private static IEnumerable<Hit> Find(Pieces pieces)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            if (IsFree(pieces, at) && (Numeric(pieces, at) ?? Named(pieces, at) ?? MonthFirst(pieces, at)) is { } hit)
            {
                if (hit.Form.Length > 0)
                {
                    yield return hit;
                }

                at = hit.Last;
            }
        }
    }

    private static bool IsFree(Pieces pieces, int at) =>
        !pieces.IsGlued(at) || pieces.Sign(at - 1) is '(' or '[' or '"' or '\'' or '„' or '“' or '‘' or ':' or '=' or ',';

    /// <summary>Three numbers with the same mark between them.</summary>
    private static Hit? Numeric(Pieces pieces, int at)
    {
        var mark = pieces.Sign(at + 1);
        if (!pieces.Is(at, PieceKind.Digits) || mark is not ('.' or '/' or '-') || !pieces.IsGlued(at + 1) || !pieces.Is(at + 2, PieceKind.Digits)
            || !Joined(pieces, at + 2, mark) || !pieces.IsSign(at + 3, mark) || !pieces.IsGlued(at + 3) || !pieces.Is(at + 4, PieceKind.Digits)
            || !Joined(pieces, at + 4, mark) || !Ends(pieces, at + 5))
        {
            return null;
        }

        var a = pieces.Span(at);
        var b = pieces.Span(at + 2);
        var c = pieces.Span(at + 4);
        var form = (a.Length, mark) switch
        {
            (4, '-' or '/') => Form(c, b, a),
            ( <= 2, '.') => Form(a, b, c),
            ( <= 2, _) when c.Length == 4 => Slashed(a, b, c),
            _ => null,
        };
        return new Hit(at, at + 4, form ?? string.Empty);
    }

    private static bool Joined(Pieces pieces, int at, char mark) => pieces.IsGlued(at) || (mark == '.' && pieces[at].Gap == 1);

    /// <summary>Which of the two is the month shows only where the other cannot be one, or where both are the same.</summary>
    private static string? Slashed(ReadOnlySpan<char> a, ReadOnlySpan<char> b, ReadOnlySpan<char> year)
    {
        var (first, second) = (Number(a), Number(b));
        return first == second || (first > 12 && second <= 12) ? Form(a, b, year) : second > 12 && first <= 12 ? Form(b, a, year) : null;
    }

    /// <summary>24 November 2026, 24. November, 24th of November.</summary>
    private static Hit? Named(Pieces pieces, int at)
    {
        if (!pieces.Is(at, PieceKind.Digits) || pieces[at].Length > 2)
        {
            return null;
        }

        var next = Ordinal(pieces, at + 1);
        next = pieces.IsNear(next) && pieces.Span(next) is "of" ? next + 1 : next;
        var month = pieces.IsNear(next) ? MonthNames.Of(pieces.Span(next)) : 0;
        return month == 0 ? null : WithYear(pieces, at, next, pieces.Span(at), month);
    }

    /// <summary>November 24, 2026, Nov. 24th.</summary>
    private static Hit? MonthFirst(Pieces pieces, int at)
    {
        var month = MonthNames.Of(pieces.Span(at));
        var day = pieces.IsSign(at + 1, '.') && pieces.IsGlued(at + 1) ? at + 2 : at + 1;
        if (month == 0 || !pieces.Is(day, PieceKind.Digits) || pieces[day].Gap is 0 or 3 || pieces[day].Length > 2)
        {
            return null;
        }

        return WithYear(pieces, at, Ordinal(pieces, day + 1) - 1, pieces.Span(day), month);
    }

    private static Hit WithYear(Pieces pieces, int first, int last, ReadOnlySpan<char> day, int month)
    {
        var year = pieces.Sign(last + 1) is '.' or ',' && pieces.IsGlued(last + 1) ? last + 2 : last + 1;
        var name = month.ToString(CultureInfo.InvariantCulture);
        if (pieces.Is(year, PieceKind.Digits) && pieces[year].Gap is 1 or 2 && pieces[year].Length == 4 && Ends(pieces, year + 1))
        {
            return new Hit(first, year, Form(day, name, pieces.Span(year)) ?? string.Empty);
        }

        // A second short number may be the year or the hour: only a colon behind it shows the hour.
        var short2 = pieces.Is(year, PieceKind.Digits) && pieces.IsNear(year) && pieces[year].Length <= 2 && !pieces.IsSign(year + 1, ':') && year == last + 1;
        return new Hit(first, last, short2 || !Ends(pieces, last + 1) ? string.Empty : Form(day, name, default) ?? string.Empty);
    }

    private static int Ordinal(Pieces pieces, int at) =>
        pieces.IsGlued(at) && (pieces.IsSign(at, '.') || pieces.Span(at) is "st" or "nd" or "rd" or "th") ? at + 1 : at;

    private static bool Ends(Pieces pieces, int at) =>
        !pieces.IsGlued(at) || pieces.Span(at) is "T"
        || (pieces.Sign(at) is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '"' or '\'' or '“' or '”' or '’'
            && !(pieces.IsGlued(at + 1) && pieces.Sign(at + 1) is '\0'));

    private static string? Form(ReadOnlySpan<char> day, ReadOnlySpan<char> month, ReadOnlySpan<char> year)
    {
        var (d, m) = (Number(day), Number(month));
        if (d < 1 || d > MonthNames.DaysIn(m) || year.Length is 1 or 3 or > 4)
        {
            return null;
        }

        var y = year.Length == 2 ? 2000 + Number(year) : Number(year);
        var leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
        return m == 2 && d == 29 && year.Length > 0 && !leap ? null
            : string.Create(CultureInfo.InvariantCulture, $"{(year.Length > 0 ? y.ToString("0000", CultureInfo.InvariantCulture) : string.Empty)}-{m:00}-{d:00}");
    }

    private static int Number(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private readonly record struct Hit(int First, int Last, string Form);
}
