using System.Buffers;
using System.Globalization;
using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake;

/// <summary>Takes from foreign text what may deceive the eye: control and direction characters, invisible ones, web addresses.</summary>
internal static class PlainText
{
    /// <summary>One line: white space folded, without invisible characters and web addresses, cut at a word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">The greatest length.</param>
    /// <returns>Plain text, perhaps empty.</returns>
    public static string Line(string? text, int limit)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var tokens = Tokenizer.Cut(text.Length > 4 * limit ? text[..(4 * limit)] : text);
        var buffer = new ArrayBufferWriter<char>(limit + 8);
        for (var i = 0; i < tokens.Count && buffer.WrittenCount < limit; i++)
        {
            if (tokens.Is(i, TokenKind.Url))
            {
                continue;
            }

            if (buffer.WrittenCount > 0 && (tokens[i].Spaced || tokens.Is(i - 1, TokenKind.Url)))
            {
                buffer.Write(" ");
            }

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
