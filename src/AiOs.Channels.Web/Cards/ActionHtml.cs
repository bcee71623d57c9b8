using AiOs.Channels.Web.Html;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Cards;

/// <summary>What can be done about a card, as forms: each works without a script, and a repeat changes nothing.</summary>
internal static class ActionHtml
{
    /// <summary>The approval of the card that waits for a decision; a card that was decided has none, whatever its actions say.</summary>
    public static ApprovalView? OpenDecision(WorkItemView item)
    {
        foreach (var action in item.Card.Actions)
        {
            if (action is CardAction.Decide decide)
            {
                return item.Approvals.FirstOrDefault(a => a.Id == decide.Approval && a.Digest == decide.Digest && a.State == "open");
            }
        }

        return null;
    }

    public static void Write(HtmlWriter html, WorkItemView item, CardPlace place)
    {
        var approval = OpenDecision(item);
        foreach (var action in item.Card.Actions)
        {
            switch (action)
            {
                case CardAction.Decide when approval is not null:
                    // All decisions about one approval stand together, where the first of them stands.
                    WriteDecision(html, item, approval, place);
                    approval = null;
                    break;
                case CardAction.Answer:
                    WriteAnswer(html, item, place);
                    break;
                case CardAction.Settle settle:
                    WriteSettle(html, item, settle, place);
                    break;
                default:
                    break;
            }
        }
    }

    private static void WriteDecision(HtmlWriter html, WorkItemView item, ApprovalView approval, CardPlace place)
    {
        html.Write($"<div class=\"actions\"><form method=\"post\" action=\"/approvals/{approval.Id}/decide\" class=\"row\">");
        WriteHidden(html, approval, place);
        foreach (var kind in Kinds(item, approval))
        {
            if (kind == DecisionKind.Approve)
            {
                html.Write($"<button class=\"yes\" name=\"decision\" value=\"approve\" aria-describedby=\"title-{item.Id}\">Approve</button>");
            }
            else if (kind == DecisionKind.Reject)
            {
                html.Write($"<button class=\"no\" name=\"decision\" value=\"reject\" aria-describedby=\"title-{item.Id}\">Reject</button>");
            }
        }

        html.Write($"</form>");
        if (Kinds(item, approval).Contains(DecisionKind.Change))
        {
            WriteChange(html, item, approval, place);
        }

        html.Write($"</div>");
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
        WritePlace(html, place);
    }

    private static void WritePlace(HtmlWriter html, CardPlace place)
    {
        if (place == CardPlace.Item)
        {
            html.Write($"<input type=\"hidden\" name=\"from\" value=\"item\">");
        }
    }

    private static void WriteAnswer(HtmlWriter html, WorkItemView item, CardPlace place)
    {
        html.Write($"<div class=\"actions\"><form method=\"post\" action=\"/items/{item.Id}/answer\" class=\"answer\">");
        WritePlace(html, place);
        if (item.Question is { } question && !IsAskedAbove(item, question))
        {
            html.Write($"<label for=\"answer-{item.Id}\">{question}</label>");
        }
        else
        {
            html.Write($"<label for=\"answer-{item.Id}\">Your answer</label>");
        }

        html.Write($"<textarea id=\"answer-{item.Id}\" name=\"text\" rows=\"2\" required></textarea>");
        html.Write($"<div class=\"row\"><button class=\"plain-yes\">Answer</button></div></form></div>");
    }

    private static void WriteSettle(HtmlWriter html, WorkItemView item, CardAction.Settle settle, CardPlace place)
    {
        html.Write($"<div class=\"actions\"><form method=\"post\" action=\"/items/{item.Id}/settle\">");
        html.Write($"<input type=\"hidden\" name=\"effect\" value=\"{settle.Effect}\">");
        WritePlace(html, place);
        html.Write($"<fieldset><legend>{What(item, settle)}: this may have happened. What do you know?</legend><div class=\"row\">");
        html.Write($"<button name=\"settlement\" value=\"happened\">It did happen</button>");
        html.Write($"<button name=\"settlement\" value=\"did-not-happen\">It did not happen</button>");
        html.Write($"<button class=\"no\" name=\"settlement\" value=\"send-again\">Send again</button>");
        html.Write($"</div></fieldset></form></div>");
    }

    private static bool IsAskedAbove(WorkItemView item, string question) =>
        item.Card.Blocks.Any(block => block is CardBlock.Text text && text.Value.EndsWith(question, StringComparison.Ordinal));

    private static string What(WorkItemView item, CardAction.Settle settle) =>
        item.Effects.FirstOrDefault(effect => effect.Id == settle.Effect)?.Title ?? "This effect";

    private static IEnumerable<DecisionKind> Kinds(WorkItemView item, ApprovalView approval) =>
        item.Card.Actions.OfType<CardAction.Decide>().Where(action => action.Approval == approval.Id).Select(static action => action.Kind);
}
