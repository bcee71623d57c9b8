using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Html;

namespace AiOs.Channels.Web.Pages;

/// <summary>One sentence on a page of its own.</summary>
internal static class RefusalPage
{
    public static HtmlWriter Render(Refusal refusal)
    {
        var html = new HtmlWriter();
        Layout.Begin(html, "Not done", Section.None, frozenBecause: null);
        html.Write($"<div class=\"plain-page\"><h1>{Heading(refusal.Status)}</h1><p>{refusal.Sentence}</p>");
        if (refusal.Status != 401)
        {
            html.Write($"<p><a class=\"button\" href=\"/\">Back to the chat</a></p>");
        }

        html.Write($"</div>");
        Layout.End(html);
        return html;
    }

    private static string Heading(int status) => status switch
    {
        401 => "This page is locked",
        403 => "Not from there",
        404 => "Nothing here",
        413 => "Too large",
        503 => "Not right now",
        _ => "That did not work",
    };
}
