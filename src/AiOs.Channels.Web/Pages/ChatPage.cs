using AiOs.Channels.Web.Batches;
using AiOs.Channels.Web.Cards;
using AiOs.Channels.Web.Commands;
using AiOs.Channels.Web.Html;
using AiOs.Channels.Web.Requests;

namespace AiOs.Channels.Web.Pages;

/// <summary>The conversation: what waits for the operator first, then everything that came in, newest first.</summary>
internal static class ChatPage
{
    public static HtmlWriter Render(ChatView view, Times times)
    {
        var html = new HtmlWriter();
        Layout.Begin(html, view.Waiting.Count > 0 ? $"({view.Waiting.Count}) Chat" : "Chat", Section.Chat, view.FrozenBecause);
        html.Write($"<div class=\"chat\"><h1 class=\"visually-hidden\">Chat</h1>");
        foreach (var trouble in view.Troubles)
        {
            Layout.Notice(html, trouble, trouble: true);
        }

        if (view.Repeated)
        {
            Layout.Notice(html, "This had already come in, so nothing was added; its card is below.", trouble: false);
        }

        var empty = view.Waiting.Count + view.Rest.Count == 0;
        if (empty)
        {
            WriteWelcome(html);
        }

        WriteComposer(html, empty);
        if (view.Reply is { } reply)
        {
            ReplyHtml.Write(html, reply);
        }

        WriteEntries(html, view, times);
        html.Write($"</div>");
        Layout.End(html);
        return html;
    }

    private static void WriteWelcome(HtmlWriter html)
    {
        html.Write($"<section class=\"welcome\" aria-labelledby=\"welcome\"><h2 id=\"welcome\">Hand over a mail, keep the decision</h2><ol>");
        html.Write($"<li><strong>Drop a forwarded mail here</strong> <span>or paste one below.</span></li>");
        html.Write($"<li><strong>See what is understood</strong> <span>and what exactly would be done about it.</span></li>");
        html.Write($"<li><strong>Approve, or not.</strong> <span>Nothing leaves before you do.</span></li></ol>");
        html.Write($"<form method=\"post\" action=\"/chat/example\"><button class=\"plain-yes\">Try it with an example mail</button></form></section>");
    }

    private static void WriteComposer(HtmlWriter html, bool empty)
    {
        html.Write($"<form class=\"composer{(empty ? " tall" : "")}\" method=\"post\" action=\"/chat/messages\" enctype=\"multipart/form-data\" ");
        html.Write($"data-most-bytes=\"{RequestLimits.MessageBytes}\" aria-label=\"Hand something over\">");
        html.Write($"<label for=\"text\" class=\"visually-hidden\">Write, or paste a forwarded mail</label>");
        html.Write($"<textarea id=\"text\" name=\"text\" rows=\"2\" placeholder=\"Write, or paste a forwarded mail\"></textarea>");
        html.Write($"<div class=\"row\"><label for=\"files\" class=\"visually-hidden\">Mail files (.eml)</label>");
        html.Write($"<input id=\"files\" name=\"files\" type=\"file\" accept=\".eml,message/rfc822,text/plain\" multiple>");
        html.Write($"<span class=\"drop-hint\" hidden>or drop .eml files anywhere</span><button class=\"plain-yes send\">Send</button></div></form>");
    }

    private static void WriteEntries(HtmlWriter html, ChatView view, Times times)
    {
        html.Write($"<section class=\"entries\" id=\"waiting\" aria-labelledby=\"waiting-title\"><h2 id=\"waiting-title\">Waiting for you</h2>");
        BatchHtml.Write(html, view.Waiting);
        foreach (var item in view.Waiting)
        {
            EntryHtml.Write(html, item, times, CardPlace.Chat);
        }

        html.Write($"</section><section class=\"entries\" id=\"rest\" aria-labelledby=\"rest-title\"><h2 id=\"rest-title\">Earlier</h2>");
        foreach (var item in view.Rest)
        {
            EntryHtml.Write(html, item, times, CardPlace.Chat);
        }

        html.Write($"</section>");
        if (view.Older is { } older)
        {
            html.Write($"<p class=\"paging\"><a class=\"button\" href=\"/?before={older}\">Show older ones</a></p>");
        }
    }
}
