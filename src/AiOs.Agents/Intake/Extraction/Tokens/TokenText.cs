namespace AiOs.Agents.Intake.Extraction.Tokens;

/// <summary>A text cut into tokens once, for all scanners. Asking beyond its ends is answered with the end of a line.</summary>
internal sealed class TokenText(string source, IReadOnlyList<Token> tokens)
{
    private static readonly Token Outside = new(TokenKind.Line, 0, 0, Spaced: true);

    public string Source => source;

    public int Count => tokens.Count;

    public Token this[int i] => i >= 0 && i < tokens.Count ? tokens[i] : Outside;

    public ReadOnlySpan<char> Span(int i)
    {
        var token = this[i];
        return source.AsSpan(token.Start, token.Length);
    }

    public bool Is(int i, TokenKind kind) => this[i].Kind == kind;

    public bool IsWord(int i, string word) => Is(i, TokenKind.Word) && Span(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsSign(int i, char sign) => Is(i, TokenKind.Sign) && source[this[i].Start] == sign;

    public bool IsGlued(int i) => i > 0 && i < Count && !this[i].Spaced;

    public bool IsCapitalised(int i) => Is(i, TokenKind.Word) && char.IsUpper(source[this[i].Start]);

    public bool IsUpper(int i)
    {
        foreach (var c in Span(i))
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return Is(i, TokenKind.Word);
    }

    /// <summary>Reads a number of few digits.</summary>
    /// <param name="i">Which token.</param>
    /// <param name="value">The number, or -1.</param>
    /// <returns>Whether it is one of at most four digits.</returns>
    public bool TryNumber(int i, out int value)
    {
        value = -1;
        if (!Is(i, TokenKind.Number) || this[i].Length > 4)
        {
            return false;
        }

        value = 0;
        foreach (var c in Span(i))
        {
            value = (value * 10) + (c - '0');
        }

        return true;
    }

    public string Quote(int from, int next) => source[this[from].Start..this[next - 1].End];
}
