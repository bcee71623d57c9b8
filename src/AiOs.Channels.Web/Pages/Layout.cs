using AiOs.Channels.Web.Assets;
using AiOs.Channels.Web.Html;

namespace AiOs.Channels.Web.Pages;

/// <summary>What every page has around its own part.</summary>
internal static class Layout
{
    public static void Begin(HtmlWriter html, string title, Section section, string? frozenBecause)
    {
        WriteHead(html, title);
        html.Write($"<body><a class=\"skip\" href=\"#main\">Skip to content</a>");
        html.Write($"<header class=\"top\"><a class=\"brand\" href=\"/\" aria-label=\"AiOs, to the chat\">");
        html.Write($"<svg viewBox=\"0 0 32 32\" width=\"26\" height=\"26\" aria-hidden=\"true\"><rect width=\"32\" height=\"32\" rx=\"9\" class=\"mark-back\"/>");
        html.Write($"<path d=\"M8.5 22.5 14.2 9.5h3.6l5.7 13\" class=\"mark-line\"/><circle cx=\"16\" cy=\"19\" r=\"2.2\" class=\"mark-dot\"/></svg>");
        html.Write($"<span class=\"name\">AiOs</span></a><nav aria-label=\"Pages\">");
        WriteLink(html, "/", "Chat", section == Section.Chat);
        WriteLink(html, "/digest", "Digest", section == Section.Digest);
        WriteLink(html, "/journal", "Journal", section == Section.Journal);
        WriteLink(html, "/costs", "Costs", section == Section.Costs);
        WriteLink(html, "/controls", "Controls", section == Section.Controls);
        html.Write($"</nav></header>");
        if (frozenBecause is not null)
        {
            html.Write($"<p class=\"frozen\" role=\"status\"><strong>Frozen: nothing runs.</strong> {frozenBecause}</p>");
        }

        html.Write($"<main id=\"main\" tabindex=\"-1\">");
    }

    public static void End(HtmlWriter html)
    {
        html.Write($"</main><p id=\"live\" class=\"visually-hidden\" role=\"status\" aria-live=\"polite\"></p>");
        html.Write($"<div id=\"drop-veil\" aria-hidden=\"true\"><p>Drop the mail to hand it over</p></div></body></html>");
    }

    public static void Notice(HtmlWriter html, string sentence, bool trouble)
    {
        if (trouble)
        {
            html.Write($"<p class=\"notice trouble\" role=\"alert\">{sentence}</p>");
        }
        else
        {
            html.Write($"<p class=\"notice\" role=\"status\">{sentence}</p>");
        }
    }

    private static void WriteHead(HtmlWriter html, string title)
    {
        html.Write($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title:plain} · AiOs</title>");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">");
        html.Write($"<link rel=\"icon\" href=\"{PageAssets.Icon.Path}\" type=\"image/svg+xml\"><link rel=\"stylesheet\" href=\"{PageAssets.Style.Path}\">");
        html.Write($"<script src=\"{PageAssets.Script.Path}\" defer></script></head>");
    }

    private static void WriteLink(HtmlWriter html, string address, string name, bool here)
    {
        if (here)
        {
            html.Write($"<a href=\"{address}\" aria-current=\"page\">{name}</a>");
        }
        else
        {
            html.Write($"<a href=\"{address}\">{name}</a>");
        }
    }
}
