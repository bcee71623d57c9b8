using System.Text;
using AiOs.Contracts.Cards.Plain;

namespace AiOs.Channels.Web.Html;

/// <summary>
/// Turns any text into HTML that shows it and nothing else: markup is escaped, and what the eye cannot see (controls,
/// bidirectional overrides, zero-width and filler characters) becomes a placeholder one can see.
/// </summary>
internal static class HtmlText
{
    /// <summary>Appends the text.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="text">Any text; nothing is an empty one.</param>
    /// <param name="marked">Whether placeholders and odd words may be marked by elements of their own.</param>
    public static void Append(StringBuilder html, string? text, bool marked)
    {
        foreach (var piece in SafeText.Of(text))
        {
            switch (piece.Kind)
            {
                case SafeKind.Hidden:
                    AppendPlaceholder(html, piece, marked);
                    break;
                case SafeKind.Mixed:
                    AppendWord(html, piece.Text, marked);
                    break;
                case SafeKind.Broken:
                    html.Append('\uFFFD');
                    break;
                default:
                    AppendPlain(html, piece.Text);
                    break;
            }
        }
    }

    private static void AppendPlain(StringBuilder html, string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(c),
            };
        }
    }

    private static void AppendPlaceholder(StringBuilder html, SafePiece piece, bool marked) => _ = marked
        ? html.Append("<span class=\"hidden-char\" title=\"What stands here is invisible\">").Append(piece.Text).Append("</span>")
        : html.Append('[').Append(piece.Text).Append(']');

    private static void AppendWord(StringBuilder html, string word, bool marked)
    {
        // Letters, digits, dots and at-signs: nothing of it needs escaping.
        _ = marked
            ? html.Append("<mark class=\"mixed\">").Append(word).Append("<small> mixed alphabets</small></mark>")
            : html.Append(word).Append(" [mixed alphabets]");
    }
}
