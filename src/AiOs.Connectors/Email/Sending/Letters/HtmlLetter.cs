using System.Text;

namespace AiOs.Connectors.Email.Sending.Letters;

/// <summary>
/// The HTML part of a mail, made from the approved text and nothing else: the same words in the same order, in paragraphs, lines and quotes. A link
/// stays the text that it is, so none can lead anywhere but where it says. The same text gives the same HTML.
/// </summary>
internal sealed class HtmlLetter
{
    private const int DeepestQuote = 16;
    private const int TabWidth = 4;

    private readonly StringBuilder _html = new(1024);
    private int _depth;
    private bool _inParagraph;
    private int _blanks;

    private HtmlLetter()
    {
    }

    public static string Of(string text)
    {
        var letter = new HtmlLetter();
        letter._html.Append("<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"></head>\n<body>\n");
        foreach (var line in text.TrimEnd('\n').Split('\n')) letter.Line(line);
        letter.EndParagraph();
        letter.MoveTo(0);
        return letter._html.Append("</body>\n</html>\n").ToString();
    }

    private void Line(string line)
    {
        var words = line.AsSpan();
        var depth = 0;
        while (depth < DeepestQuote && IsQuoted(words))
        {
            depth++;
            words = words[1..];
            if (words is [' ', ..]) words = words[1..];
        }

        MoveTo(depth);
        if (words.IsWhiteSpace())
        {
            EndParagraph();
            // One blank line ends a paragraph; what is more is room that was left on purpose.
            if (++_blanks > 1) _html.Append("<p><br></p>\n");
            return;
        }

        _blanks = 0;
        _html.Append(_inParagraph ? "<br>\n" : "<p>");
        _inParagraph = true;
        Words(words);
    }

    /// <summary>A sign that stands before a word at once, as in <c>&gt;5</c>, is no quote: it stays.</summary>
    private static bool IsQuoted(ReadOnlySpan<char> words) => words is ['>'] or ['>', ' ' or '>', ..];

    private void MoveTo(int depth)
    {
        if (depth == _depth) return;
        EndParagraph();
        for (; _depth < depth; _depth++) _html.Append("<blockquote>\n");
        for (; _depth > depth; _depth--) _html.Append("</blockquote>\n");
    }

    private void EndParagraph()
    {
        if (_inParagraph) _html.Append("</p>\n");
        _inParagraph = false;
    }

    private void Words(ReadOnlySpan<char> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            switch (words[i])
            {
                case '&':
                    _html.Append("&amp;");
                    break;
                case '<':
                    _html.Append("&lt;");
                    break;
                case '>':
                    _html.Append("&gt;");
                    break;
                case '"':
                    _html.Append("&quot;");
                    break;
                case '\t':
                    _html.Insert(_html.Length, "&nbsp;", TabWidth);
                    break;
                // HTML shows one space of several, and none at the front of a line.
                case ' ' when i == 0 || i + 1 == words.Length || words[i + 1] == ' ':
                    _html.Append("&nbsp;");
                    break;
                default:
                    _html.Append(words[i]);
                    break;
            }
        }
    }
}
