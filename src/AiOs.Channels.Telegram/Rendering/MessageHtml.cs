using System.Text;

namespace AiOs.Channels.Telegram.Rendering;

/// <summary>Lines as the HTML of one message. Markup comes only from here; every stretch is escaped.</summary>
internal static class MessageHtml
{
    public static string Of(IReadOnlyList<TelegramLine> lines)
    {
        var html = new StringBuilder();
        for (var at = 0; at < lines.Count; at++)
        {
            var opens = lines[at].Quoted && (at == 0 || !lines[at - 1].Quoted);
            var closes = lines[at].Quoted && (at == lines.Count - 1 || !lines[at + 1].Quoted);
            html.Append(opens ? "<blockquote>" : string.Empty);
            Append(html, lines[at].Spans);
            html.Append(closes ? "</blockquote>" : string.Empty).Append(at < lines.Count - 1 ? "\n" : string.Empty);
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, IReadOnlyList<TelegramSpan> spans)
    {
        for (var at = 0; at < spans.Count; at++)
        {
            // Neighbours of one style are one stretch, as Telegram makes them one anyway.
            var tag = TagOf(spans[at].Style);
            var opens = tag.Length > 0 && (at == 0 || spans[at - 1].Style != spans[at].Style);
            var closes = tag.Length > 0 && (at == spans.Count - 1 || spans[at + 1].Style != spans[at].Style);
            html.Append(opens ? $"<{tag}>" : string.Empty);
            Escape(html, spans[at].Text);
            html.Append(closes ? $"</{tag}>" : string.Empty);
        }
    }

    private static void Escape(StringBuilder html, string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                _ => html.Append(c),
            };
        }
    }

    private static string TagOf(TelegramStyle style) => style switch
    {
        TelegramStyle.Bold => "b",
        TelegramStyle.Italic => "i",
        TelegramStyle.Struck => "s",
        TelegramStyle.Code => "code",
        TelegramStyle.Mark => "u",
        _ => string.Empty,
    };
}
