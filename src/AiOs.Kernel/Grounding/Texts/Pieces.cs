using System.Globalization;

namespace AiOs.Kernel.Grounding.Texts;

/// <summary>A text cut into pieces. Asking beyond its ends finds nothing and never fails.</summary>
internal sealed class Pieces
{
    private readonly string _text;
    private readonly List<Piece> _list = [];

    private Pieces(string text) => _text = text;

    public int Count => _list.Count;

    public Piece this[int at] => _list[at];

    public static Pieces Cut(string text)
    {
        var pieces = new Pieces(text);
        var gap = 3;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                var line = text[at] is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
                gap = line ? 3 : Math.Max(gap, Math.Min(gap + 1, 2));
                at++;
                continue;
            }

            var kind = KindOf(text[at]);
            var end = at + 1;
            while (kind is not PieceKind.Sign && end < text.Length && !char.IsWhiteSpace(text[end]) && KindOf(text[end]) == kind)
            {
                end++;
            }

            pieces._list.Add(new Piece(kind, at, end - at, gap));
            (at, gap) = (end, 0);
        }

        return pieces;
    }

    /// <summary>Characters that nobody sees, or that change how others look: they make a value another value.</summary>
    public static bool IsHidden(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate;

    public bool Is(int at, PieceKind kind) => at >= 0 && at < _list.Count && _list[at].Kind == kind;

    public bool IsSign(int at, char sign) => Is(at, PieceKind.Sign) && _text[_list[at].Start] == sign;

    public bool IsGlued(int at) => at >= 0 && at < _list.Count && _list[at].Gap == 0;

    /// <summary>Whether the piece stands on the line of the one before it.</summary>
    public bool IsNear(int at) => at >= 0 && at < _list.Count && _list[at].Gap < 3;

    public ReadOnlySpan<char> Span(int at) =>
        at >= 0 && at < _list.Count ? _text.AsSpan(_list[at].Start, _list[at].Length) : default;

    public char Sign(int at) => Is(at, PieceKind.Sign) ? _text[_list[at].Start] : '\0';

    public string Text(int from, int to) => _text[_list[from].Start.._list[to].End];

    private static PieceKind KindOf(char c) => c switch
    {
        _ when char.IsAsciiDigit(c) => PieceKind.Digits,
        _ when char.IsLetter(c) || char.IsNumber(c) || IsHidden(c) => PieceKind.Letters,
        _ => PieceKind.Sign,
    };
}
