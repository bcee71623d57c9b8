using AiOs.Channels.Web.Html;
using AiOs.Channels.Web.Pages;
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

    public static void Write(HtmlWriter html, WorkItemView item, CardPlace place, Times times)
    {
        var approval = OpenDecision(item);
        foreach (var action in item.Card.Actions)
        {
            switch (action)
            {
                case CardAction.Decide when approval is not null:
                    // All decisions about one approval stand together, where the first of them stands.
                    DecisionHtml.Write(html, item, approval, place);
                    approval = null;
                    break;
                case CardAction.Answer when !IsFinished(item):
                    WriteAnswer(html, item, place);
                    break;
                case CardAction.Settle settle:
                    WriteSettle(html, item, settle, place);
                    break;
                case CardAction.Undo undo:
                    WriteUndo(html, item, undo, place, times);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Says where the form leads back to.</summary>
    public static void WritePlace(HtmlWriter html, CardPlace place)
    {
        if (place == CardPlace.Item)
        {
            html.Write($"<input type=\"hidden\" name=\"from\" value=\"item\">");
        }
    }

    /// <summary>Whether nothing more will come of it: what it still had to ask is of no use any more.</summary>
    public static bool IsFinished(WorkItemView item) =>
        item.State is WorkItemState.Done or WorkItemState.Rejected or WorkItemState.Failed or WorkItemState.Expired or WorkItemState.Undone or WorkItemState.Forgotten;

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

    private static void WriteUndo(HtmlWriter html, WorkItemView item, CardAction.Undo undo, CardPlace place, Times times)
    {
        html.Write($"<div class=\"actions\"><form method=\"post\" action=\"/items/{undo.WorkItem}/undo\" class=\"row\">");
        WritePlace(html, place);
        html.Write($"<button aria-describedby=\"title-{item.Id}\">Undo</button><span class=\"hint\">can be stopped or taken back until ");
        times.Write(html, undo.Until);
        html.Write($"</span></form></div>");
    }

    private static bool IsAskedAbove(WorkItemView item, string question) =>
        item.Card.Blocks.Any(block => block is CardBlock.Text text && text.Value.EndsWith(question, StringComparison.Ordinal));

    private static string What(WorkItemView item, CardAction.Settle settle) =>
        item.Effects.FirstOrDefault(effect => effect.Id == settle.Effect)?.Title ?? "This effect";
}
