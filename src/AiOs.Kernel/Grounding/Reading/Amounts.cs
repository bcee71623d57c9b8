using System.Collections.Frozen;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Grounding.Texts;

namespace AiOs.Kernel.Grounding.Reading;

/// <summary>Finds amounts of money. A named currency must agree; a bare number counts for any, unless it is something else or part of a longer one.</summary>
internal static class Amounts
{
    private const string Bare = "?";
    private const string BareOfThree = "?3";

    private static readonly FrozenSet<string> Scales = (
        "% ‰ bn mn percent prozent k m mio million millions millionen mrd billion billions tsd thousand thousands tausend hundred hundert "
        + "cent cents ct pence p x").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Labels = (
        "invoice invoices rechnung rechnungen no nr nummer number order auftrag bestellung case ticket page seite room zimmer version year jahr "
        + "account konto tel phone telefon pin code").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> FormsOf(string value)
    {
        var blank = value.LastIndexOf(' ');
        var currency = blank < 0 ? string.Empty : value[(blank + 1)..];
        if (currency.Length != 3 || PlainNumber.Exact(value[..blank]) is not { } number)
        {
            return [];
        }

        return [Form(number, currency), Form(number, Money.Decimals(currency) == 3 ? BareOfThree : Bare)];
    }

    public static IEnumerable<string> In(string text)
    {
        var pieces = Pieces.Cut(text);
        var days = Days.Spans(pieces);
        for (var first = 0; first < pieces.Count; first++)
        {
            if (!pieces.Is(first, PieceKind.Digits))
            {
                continue;
            }

            var last = LastOf(pieces, first);
            foreach (var form in FormsAt(pieces, first, last, days))
            {
                yield return form;
            }

            first = last;
        }
    }

    private static IEnumerable<string> FormsAt(Pieces pieces, int first, int last, HashSet<int> days)
    {
        if (!IsFree(pieces, first, last) || PlainNumber.Read(pieces.Text(first, last)) is not { } number)
        {
            yield break;
        }

        var (before, after) = (Before(pieces, first), After(pieces, last));
        if (before is not null && after is not null && before != after)
        {
            yield break;
        }

        if ((before ?? after) is { } currency)
        {
            var decimals = currency == CurrencyNames.Unclear ? -1 : Money.Decimals(currency);
            if (number.Written <= decimals && !(number.Doubtful && decimals == 3))
            {
                yield return Form(number, currency);
            }
        }
        else if (!days.Contains(first) && !IsLabelled(pieces, first))
        {
            if (number.Written <= 2)
            {
                yield return Form(number, Bare);
            }

            if (!number.Doubtful)
            {
                yield return Form(number, BareOfThree);
            }
        }
    }

    private static string Form(PlainNumber number, string currency) => number.Text + " " + currency;

    /// <summary>All digits that stand together, with marks or single blanks between them, are one number or none.</summary>
    private static int LastOf(Pieces pieces, int first)
    {
        var last = first;
        while (true)
        {
            if (pieces.Is(last + 1, PieceKind.Digits) && pieces[last + 1].Gap == 1)
            {
                last++;
            }
            else if (pieces.Sign(last + 1) is '.' or ',' or '\'' or '’' && pieces.IsGlued(last + 1) && pieces.Is(last + 2, PieceKind.Digits) && pieces.IsGlued(last + 2))
            {
                last += 2;
            }
            else
            {
                return last;
            }
        }
    }

    private static bool IsFree(Pieces pieces, int first, int last)
    {
        var front = !pieces.IsGlued(first) || (CurrencyAt(pieces, first - 1) is not null && !(pieces.IsGlued(first - 1) && pieces.Is(first - 2, PieceKind.Digits)))
            || pieces.Sign(first - 1) is '(' or '[' or '"' or '\'' or '„' or '“' or '‘' or '='
            || (pieces.IsSign(first - 1, ':') && !(pieces.IsGlued(first - 1) && pieces.Is(first - 2, PieceKind.Digits)));
        var minus = pieces.IsGlued(first - 1) && CurrencyAt(pieces, first - 1) is not null && pieces.Sign(first - 2) is '-' or '−' or '–';
        var back = !pieces.IsGlued(last + 1) || (CurrencyAt(pieces, last + 1) is not null && !(pieces.IsGlued(last + 2) && pieces.Is(last + 2, PieceKind.Digits)))
            || (pieces.Sign(last + 1) is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '"' or '\'' or '“' or '”' or '’'
                && !(pieces.IsGlued(last + 2) && pieces.Sign(last + 2) is '\0'));
        var scaled = pieces.IsNear(last + 1) && Scales.GetAlternateLookup<ReadOnlySpan<char>>().Contains(pieces.Span(last + 1));
        return front && !minus && back && !scaled;
    }

    private static string? Before(Pieces pieces, int first) => pieces.IsNear(first) && pieces[first].Gap <= 1 ? CurrencyAt(pieces, first - 1) : null;

    private static string? After(Pieces pieces, int last)
    {
        if (!pieces.IsNear(last + 1) || pieces[last + 1].Gap > 1)
        {
            return null;
        }

        return CurrencyAt(pieces, last + 1) ?? (CurrencyNames.LooksLikeCode(pieces.Span(last + 1)) ? CurrencyNames.Unclear : null);
    }

    /// <summary>The dollars of others are written with letters before the sign; only the plain and the US sign are US dollars.</summary>
    private static string? CurrencyAt(Pieces pieces, int at)
    {
        if (pieces.Is(at, PieceKind.Letters))
        {
            return CurrencyNames.OfWord(pieces.Span(at));
        }

        var sign = CurrencyNames.OfSign(pieces.Sign(at));
        var prefixed = sign is not null && pieces.IsGlued(at) && pieces.Is(at - 1, PieceKind.Letters) && pieces.Span(at - 1) is not "US";
        return prefixed ? CurrencyNames.Unclear : sign;
    }

    private static bool IsLabelled(Pieces pieces, int first)
    {
        var label = pieces.Sign(first - 1) is '.' or ':' && pieces.IsNear(first) ? first - 2 : first - 1;
        return pieces.IsNear(first) && (pieces.IsSign(first - 1, '#') || Labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(pieces.Span(label)));
    }
}
