using AiOs.Channels.Web.Cards;
using AiOs.Channels.Web.Html;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Messages;

namespace AiOs.Channels.Web.Pages;

/// <summary>One turn of the conversation: what came in, and the card about it.</summary>
internal static class EntryHtml
{
    private const int SnippetLength = 200;

    public static bool IsWaiting(WorkItemView item) =>
        item.State is WorkItemState.AwaitingApproval or WorkItemState.NeedsAnswer or WorkItemState.OutcomeUnknown;

    public static void Write(HtmlWriter html, WorkItemView item, Times times, CardPlace place)
    {
        html.Write($"<article class=\"entry\" id=\"item-{item.Id}\" data-item=\"{item.Id}\" data-version=\"{item.Version}\" ");
        html.Write($"data-place=\"{(IsWaiting(item) ? "waiting" : "rest")}\" data-status=\"{item.Card.Status}\" ");
        html.Write($"tabindex=\"-1\" aria-labelledby=\"title-{item.Id}\">");
        if (place == CardPlace.Chat)
        {
            WriteIncoming(html, item, times);
        }

        CardHtml.Write(html, item, place, times);
        WriteFoot(html, item, times, place);
        html.Write($"</article>");
    }

    private static void WriteIncoming(HtmlWriter html, WorkItemView item, Times times)
    {
        var message = item.Message;
        var own = item.Authority == Authority.Operator;
        html.Write($"<div class=\"incoming {(own ? "own" : "foreign")}\"><p class=\"from\">");
        if (own)
        {
            html.Write($"<strong>You</strong> ");
        }
        else if (message?.Sender is { } sender)
        {
            html.Write($"<strong>{sender.Name ?? sender.Address}</strong> <span class=\"claimed\">claimed</span> ");
        }
        else
        {
            html.Write($"<strong>Sender unknown</strong> ");
        }

        times.Write(html, item.OpenedAt);
        html.Write($"</p>");
        WriteWords(html, item, message);
        html.Write($"</div>");
    }

    private static void WriteWords(HtmlWriter html, WorkItemView item, MessageContent? message)
    {
        if (message is null)
        {
            html.Write($"<p class=\"snippet\">The words of this message were forgotten.</p>");
            return;
        }

        if (message.Subject is { Length: > 0 } subject)
        {
            html.Write($"<p class=\"subject\">{subject}</p>");
        }

        if (message.Text.Length <= SnippetLength)
        {
            html.Write($"<p class=\"snippet\">{message.Text}</p>");
        }
        else
        {
            html.Write($"<p class=\"snippet\">{Cut(message.Text)}… <a href=\"/items/{item.Id}#message\">Read it whole</a></p>");
        }
    }

    private static string Cut(string text)
    {
        var end = text.LastIndexOfAny([' ', '\n'], SnippetLength);
        return text[..(end > SnippetLength / 2 ? end : SnippetLength)].TrimEnd();
    }

    private static void WriteFoot(HtmlWriter html, WorkItemView item, Times times, CardPlace place)
    {
        html.Write($"<p class=\"entry-foot\">");
        if (IsWaiting(item) && ActionHtml.OpenDecision(item) is { } approval)
        {
            html.Write($"<span>Counts as no after ");
            times.Write(html, approval.ExpiresAt);
            html.Write($"</span>");
        }
        else
        {
            html.Write($"<span>Last change ");
            times.Write(html, item.ChangedAt);
            html.Write($"</span>");
        }

        if (place == CardPlace.Chat)
        {
            html.Write($"<a href=\"/items/{item.Id}\" aria-describedby=\"title-{item.Id}\">Whole story</a>");
        }

        html.Write($"</p>");
    }
}
