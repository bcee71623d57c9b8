using AiOs.Channels.Web.Html;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Web.Pages;

/// <summary>The journal: what stands in clear of each commit, and the check of the whole chain.</summary>
internal static class JournalHtml
{
    public static HtmlWriter Render(JournalPage page, ChainReport? report, string? frozenBecause, Times times)
    {
        var html = new HtmlWriter();
        Layout.Begin(html, "Journal", Section.Journal, frozenBecause);
        html.Write($"<div class=\"wide\"><div class=\"page-head\"><h1>Journal</h1>");
        html.Write($"<form method=\"post\" action=\"/journal/verify\"><button class=\"plain-yes\">Verify chain</button></form></div>");
        if (report is not null)
        {
            WriteReport(html, report);
        }

        html.Write($"<p class=\"meta\">{page.Head} commits · head <code class=\"hash\">{page.HeadHash}</code></p>");
        if (page.Rows.Count == 0)
        {
            html.Write($"<p class=\"hint\">Nothing was recorded yet.</p>");
        }
        else
        {
            WriteRows(html, page.Rows, times);
        }

        if (page.Rows.Count > 0 && page.Rows[^1].Position > 1)
        {
            html.Write($"<p class=\"paging\"><a class=\"button\" href=\"/journal?before={page.Rows[^1].Position}\">Older commits</a></p>");
        }

        html.Write($"</div>");
        Layout.End(html);
        return html;
    }

    private static void WriteReport(HtmlWriter html, ChainReport report)
    {
        if (report.Ok)
        {
            html.Write($"<p class=\"notice verified\" role=\"status\"><strong>chain verified: {report.Commits} commits</strong> <span>{report.Sentence}</span></p>");
        }
        else
        {
            html.Write($"<p class=\"notice trouble\" role=\"alert\"><strong>The chain is broken");
            if (report.Position is { } position)
            {
                html.Write($" at commit {position}");
            }

            html.Write($".</strong> <span>{report.Sentence}</span></p>");
        }
    }

    private static void WriteRows(HtmlWriter html, IReadOnlyList<JournalRow> rows, Times times)
    {
        html.Write($"<table class=\"journal\"><thead><tr><th scope=\"col\">Commit</th><th scope=\"col\">When</th>");
        html.Write($"<th scope=\"col\">Stream</th><th scope=\"col\">Events</th><th scope=\"col\">Hash</th></tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Write($"<tr><th scope=\"row\">{row.Position}</th><td>");
            times.Write(html, row.At);
            html.Write($"</td><td class=\"stream\">");
            WriteStream(html, row);
            html.Write($"</td><td class=\"types\">");
            foreach (var type in row.Types)
            {
                html.Write($"<code>{type}</code> ");
            }

            html.Write($"</td><td><code class=\"hash\" title=\"{row.Hash}\">{row.Hash.Hex[..Math.Min(12, row.Hash.Hex.Length)]}…</code></td></tr>");
        }

        html.Write($"</tbody></table>");
    }

    private static void WriteStream(HtmlWriter html, JournalRow row)
    {
        var stream = row.Stream.ToString();
        if (stream.StartsWith("work/", StringComparison.Ordinal) && WorkItemId.TryParse(stream, out var id))
        {
            html.Write($"<a href=\"/items/{id}\">work/…{id.ToString()[^8..]}</a> v{row.Version}");
        }
        else
        {
            html.Write($"{stream} v{row.Version}");
        }
    }
}
