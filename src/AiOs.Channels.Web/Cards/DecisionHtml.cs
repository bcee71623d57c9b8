using AiOs.Channels.Web.Html;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Cards;

/// <summary>The forms that decide a card: what has to be typed stands beside the button, and a tap carries the card's single-use token.</summary>
internal static class DecisionHtml
{
    private const int TwoYeses = 3;

    public static void Write(HtmlWriter html, WorkItemView item, ApprovalView approval, CardPlace place)
    {
        var kinds = item.Card.Actions.OfType<CardAction.Decide>().Where(action => action.Approval == approval.Id).Select(static action => action.Kind).ToList();
        html.Write($"<div class=\"actions\">");
        WriteYeses(html, approval);
        html.Write($"<form method=\"post\" action=\"/approvals/{approval.Id}/decide\" class=\"row\">");
        WriteHidden(html, approval, place);
        if (kinds.Contains(DecisionKind.Approve))
        {
            WriteConfirm(html, item, approval);
            html.Write($"<button class=\"yes\" name=\"decision\" value=\"approve\" aria-describedby=\"title-{item.Id}\">Approve</button>");
        }

        if (kinds.Contains(DecisionKind.Reject))
        {
            html.Write($"<button class=\"no\" name=\"decision\" value=\"reject\" formnovalidate aria-describedby=\"title-{item.Id}\">Reject</button>");
        }

        html.Write($"</form>");
        if (kinds.Contains(DecisionKind.Change))
        {
            WriteChange(html, item, approval, place);
        }

        html.Write($"</div>");
    }

    /// <summary>What a card of tier 3 has, and what it still needs.</summary>
    private static void WriteYeses(HtmlWriter html, ApprovalView approval)
    {
        if (approval.Tier >= TwoYeses)
        {
            html.Write($"<p class=\"yeses\">{(approval.Decided is { } half ? $"One of two yeses is there. {half}." : "This needs two yeses: the second one from another channel, or here after a rest.")}</p>");
        }
    }

    private static void WriteConfirm(HtmlWriter html, WorkItemView item, ApprovalView approval)
    {
        if (approval.Confirm is not { } wanted)
        {
            return;
        }

        html.Write($"<p class=\"confirm\"><label for=\"confirm-{item.Id}\">Type <code>{wanted}</code> to approve</label>");
        html.Write($"<input id=\"confirm-{item.Id}\" name=\"confirm\" type=\"text\" required autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\" ");
        html.Write($"aria-describedby=\"title-{item.Id}\"></p>");
    }

    private static void WriteChange(HtmlWriter html, WorkItemView item, ApprovalView approval, CardPlace place)
    {
        html.Write($"<details class=\"change\" id=\"more-{item.Id}\"><summary>Change…</summary>");
        html.Write($"<form method=\"post\" action=\"/approvals/{approval.Id}/decide\">");
        WriteHidden(html, approval, place);
        html.Write($"<label for=\"change-{item.Id}\">What should be different?</label>");
        html.Write($"<textarea id=\"change-{item.Id}\" name=\"text\" rows=\"3\" required></textarea>");
        html.Write($"<div class=\"row\"><button name=\"decision\" value=\"change\">Draft it again</button>");
        html.Write($"<button class=\"no\" name=\"decision\" value=\"reject\">Reject for this reason</button></div></form></details>");
    }

    private static void WriteHidden(HtmlWriter html, ApprovalView approval, CardPlace place)
    {
        html.Write($"<input type=\"hidden\" name=\"digest\" value=\"{approval.Digest}\">");
        html.Write($"<input type=\"hidden\" name=\"nonce\" value=\"{approval.Nonce}\">");
        ActionHtml.WritePlace(html, place);
    }
}
