using System.Buffers;
using System.Globalization;
using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake;

/// <summary>Takes from foreign text what may deceive the eye: control and direction characters, invisible ones, web addresses.</summary>
internal static class PlainText
{
    private static readonly WordTable<bool> Sites = WordTable<bool>.Of(
        (true, "com net org io co info biz ru cn xyz top site online shop app dev me eu de at ch uk fr es it nl be pl us example test link click live store"));

    /// <summary>One line: white space folded, without invisible characters and web addresses, cut at a word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">The greatest length.</param>
    /// <param name="addresses">Whether mail addresses and names of web sites may stay; they may not where the words go out again.</param>
    /// <returns>Plain text, perhaps empty.</returns>
    public static string Line(string? text, int limit, bool addresses = true)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var tokens = Tokenizer.Cut(text.Length > 4 * limit ? text[..(4 * limit)] : text);
        var buffer = new ArrayBufferWriter<char>(limit + 8);
        var gap = false;
        for (var i = 0; i < tokens.Count && buffer.WrittenCount < limit; i++)
        {
            if (tokens.Is(i, TokenKind.Url) || (!addresses && (tokens.Is(i, TokenKind.Email) || IsSite(tokens, ref i))))
            {
                gap = true;
                continue;
            }

            if (buffer.WrittenCount > 0 && (tokens[i].Spaced || gap))
            {
                buffer.Write(" ");
            }

            gap = false;

            Visible(tokens.Span(i), buffer, keepLines: false);
        }

        return Cut(buffer.WrittenSpan, limit);
    }

    /// <summary>Lines as they stand, without invisible characters, cut at a length. For the operator's own words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">The greatest length.</param>
    /// <returns>Text with LF as line end.</returns>
    public static string Lines(string text, int limit)
    {
        var buffer = new ArrayBufferWriter<char>(Math.Min(text.Length, limit) + 1);
        Visible(text.AsSpan(0, Math.Min(text.Length, limit)), buffer, keepLines: true);
        return buffer.WrittenSpan.Trim().ToString();
    }

    /// <summary>
    /// Passes over a bare name of a web site with its path, such as <c>shop.example/pay</c>, that a mail program would make a
    /// link of.
    /// </summary>
    private static bool IsSite(TokenText tokens, ref int i)
    {
        var end = i;
        while (tokens.IsSign(end + 1, '.') && tokens.IsGlued(end + 1) && tokens.IsGlued(end + 2) && tokens.Is(end + 2, TokenKind.Word))
        {
            end += 2;
        }

        if (end == i || !(Sites.Contains(tokens.Span(end)) || (tokens.IsSign(end + 1, '/') && tokens.IsGlued(end + 1))))
        {
            return false;
        }

        while (tokens.IsGlued(end + 1) && !tokens.Is(end + 1, TokenKind.Line))
        {
            end++;
        }

        i = end;
        return true;
    }

    private static void Visible(ReadOnlySpan<char> text, ArrayBufferWriter<char> buffer, bool keepLines)
    {
        foreach (var c in text)
        {
            var kind = char.GetUnicodeCategory(c);
            if ((kind is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)) || (keepLines && c is '\n' or '\t'))
            {
                buffer.GetSpan(1)[0] = c;
                buffer.Advance(1);
            }
        }
    }

    private static string Cut(ReadOnlySpan<char> text, int limit)
    {
        text = text.Trim();
        if (text.Length <= limit)
        {
            return text.ToString();
        }

        var space = text[..limit].LastIndexOf(' ');
        return string.Concat(text[..(space > limit / 2 ? space : limit)].TrimEnd(" ,;:-"), "…");
    }
}
