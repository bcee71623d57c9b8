using AiOs.Channels.Web.Html;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Cards.Plain;

namespace AiOs.Channels.Web.Cards;

/// <summary>One part of a card as HTML.</summary>
internal static class BlockHtml
{
    private const int LongText = 1200;
    private const int ManyLines = 24;

    /// <summary>Writes the part.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="block">The part.</param>
    /// <param name="whole">Whether nothing may stand behind a fold.</param>
    public static void Write(HtmlWriter html, CardBlock block, bool whole)
    {
        switch (block)
        {
            case CardBlock.Text text:
                html.Write($"<p class=\"text\">{text.Value}</p>");
                break;
            case CardBlock.Hint hint:
                html.Write($"<p class=\"hint\">{hint.Value}</p>");
                break;
            case CardBlock.Warning warning:
                html.Write($"<p class=\"warning\"><strong>Attention:</strong> {warning.Value}</p>");
                break;
            case CardBlock.Facts facts:
                WriteFacts(html, facts.Rows);
                break;
            case CardBlock.Quote quote:
                WriteQuote(html, quote.Source, quote.Value, whole);
                break;
            case CardBlock.Diff diff:
                WriteDiff(html, diff);
                break;
            case CardBlock.Image image:
                html.Write($"<figure class=\"picture\"><img alt=\"{image.Words}\" src=\"data:image/png;base64,{Convert.ToBase64String(image.Png.Span)}\"></figure>");
                break;
            default:
                throw new InvalidOperationException($"There is no HTML for {block.GetType().Name}.");
        }
    }

    /// <summary>Writes words that are not the program's own.</summary>
    public static void WriteQuote(HtmlWriter html, string source, string value, bool whole)
    {
        html.Write($"<figure class=\"quote\"><figcaption>{source}</figcaption>");
        var folded = !whole && (value.Length > LongText || value.Count('\n') > ManyLines);
        if (folded)
        {
            html.Write($"<details><summary>Show all {value.Length} characters</summary><blockquote>{value}</blockquote></details>");
        }
        else
        {
            html.Write($"<blockquote>{value}</blockquote>");
        }

        html.Write($"</figure>");
    }

    private static void WriteFacts(HtmlWriter html, IReadOnlyList<Fact> rows)
    {
        html.Write($"<dl class=\"facts\">");
        foreach (var row in rows)
        {
            html.Write($"<div><dt>{row.Name}</dt><dd>{row.Value}</dd></div>");
        }

        html.Write($"</dl>");
    }

    private static void WriteDiff(HtmlWriter html, CardBlock.Diff diff)
    {
        html.Write($"<div class=\"diff\" role=\"group\" aria-label=\"What changed\">");
        foreach (var line in LineDiff.Of(diff.Before, diff.After))
        {
            switch (line.Side)
            {
                case DiffSide.Gone:
                    html.Write($"<del><span class=\"visually-hidden\">removed: </span>{line.Text}</del>");
                    break;
                case DiffSide.New:
                    html.Write($"<ins><span class=\"visually-hidden\">added: </span>{line.Text}</ins>");
                    break;
                default:
                    html.Write($"<span>{line.Text}</span>");
                    break;
            }
        }

        html.Write($"</div>");
    }
}
