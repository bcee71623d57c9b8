namespace AiOs.Agents.Intake.Extraction.Tokens;

/// <summary>Cuts text into tokens in one pass. Looks at the first part of a long text only.</summary>
internal static class Tokenizer
{
    public const int Limit = 16_000;

    public static TokenText Cut(string source)
    {
        var end = Math.Min(source.Length, Limit);
        var tokens = new List<Token>((end / 4) + 4);
        var address = default(Token);
        var chunkEnd = 0;
        for (var i = 0; i < end;)
        {
            var c = source[i];
            if (char.IsWhiteSpace(c))
            {
                AddLine(tokens, c, i++);
                continue;
            }

            if (i >= chunkEnd)
            {
                chunkEnd = EndOfChunk(source, i, end);
                address = AddressReader.Find(source, i, chunkEnd);
            }

            var token = address.Length > 0 && i >= address.Start ? address : Next(source, i, address.Length > 0 ? address.Start : chunkEnd);
            tokens.Add(token with { Spaced = token.Start == 0 || char.IsWhiteSpace(source[token.Start - 1]) });
            i = token.End;
            address = token == address ? AddressReader.Find(source, i, chunkEnd) : address;
        }

        return new TokenText(source, tokens);
    }

    private static void AddLine(List<Token> tokens, char c, int at)
    {
        if (c == '\n')
        {
            tokens.Add(new Token(TokenKind.Line, at, 1, Spaced: true));
        }
    }

    private static int EndOfChunk(string source, int from, int end)
    {
        while (from < end && !char.IsWhiteSpace(source[from]))
        {
            from++;
        }

        return from;
    }

    private static Token Next(string source, int start, int end)
    {
        var i = start;
        if (char.IsAsciiDigit(source[i]))
        {
            while (i < end && char.IsAsciiDigit(source[i]))
            {
                i++;
            }

            return new Token(TokenKind.Number, start, i - start, Spaced: false);
        }

        while (i < end && (IsLetter(source[i]) || IsInnerApostrophe(source, i, start, end)))
        {
            i++;
        }

        return i > start
            ? new Token(TokenKind.Word, start, i - start, Spaced: false)
            : new Token(TokenKind.Sign, start, 1, Spaced: false);
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || char.IsSurrogate(c);

    private static bool IsInnerApostrophe(string source, int i, int start, int end) =>
        source[i] is '\'' or '’' && i > start && i + 1 < end && char.IsLetter(source[i + 1]);
}
