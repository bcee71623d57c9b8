using AiOs.Channels.Web.Cards;
using AiOs.Channels.Web.Html;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Commands;

/// <summary>The answer to a command, as a card that belongs to no work item.</summary>
internal static class ReplyHtml
{
    public static void Write(HtmlWriter html, CommandReply reply)
    {
        html.Write($"<section class=\"card reply {(reply.Done ? "done" : "trouble")}\" id=\"reply\" tabindex=\"-1\" aria-labelledby=\"reply-title\">");
        html.Write($"<header class=\"card-head\"><h2 class=\"card-title\" id=\"reply-title\">{reply.Title}</h2>");
        html.Write($"<p class=\"pill\">{(reply.Done ? "Answer" : "Not done")}</p></header><div class=\"blocks\">");
        foreach (var block in reply.Blocks)
        {
            BlockHtml.Write(html, block, whole: false);
        }

        html.Write($"</div></section>");
    }
}
