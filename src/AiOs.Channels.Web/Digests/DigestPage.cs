using AiOs.Channels.Web.Cards;
using AiOs.Channels.Web.Html;
using AiOs.Channels.Web.Pages;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Digests;

/// <summary>One digest. What waits is decided on its own cards.</summary>
internal static class DigestPage
{
    public static HtmlWriter Render(CommandReply reply, bool last, IReadOnlyList<string> troubles, string? frozenBecause)
    {
        var html = new HtmlWriter();
        Layout.Begin(html, "Digest", Section.Digest, frozenBecause);
        html.Write($"<div class=\"chat\"><div class=\"page-head\"><h1>{(last ? "The last daily digest" : "Today so far")}</h1>");
        if (last)
        {
            html.Write($"<p><a href=\"/digest\">Today so far</a></p></div>");
        }
        else
        {
            html.Write($"<p><a href=\"/digest?last\">The last daily one</a></p></div>");
        }

        foreach (var trouble in troubles)
        {
            Layout.Notice(html, trouble, trouble: true);
        }

        html.Write($"<section class=\"card reply digest\" aria-labelledby=\"digest\"><header class=\"card-head\"><h2 class=\"card-title\" id=\"digest\">{reply.Title}</h2></header><div class=\"blocks\">");
        foreach (var block in reply.Blocks)
        {
            BlockHtml.Write(html, block, whole: false);
        }

        html.Write($"</div></section><p><a class=\"button\" href=\"/#waiting\">To what waits</a></p></div>");
        Layout.End(html);
        return html;
    }
}
