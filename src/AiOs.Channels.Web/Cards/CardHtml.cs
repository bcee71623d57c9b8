using AiOs.Channels.Web.Html;
using AiOs.Channels.Web.Pages;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Cards;

/// <summary>The one way from a <see cref="Card"/> to HTML.</summary>
internal static class CardHtml
{
    /// <summary>Writes the card of a work item with what can be done about it, and why it stands so.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="item">The work item.</param>
    /// <param name="place">The page it stands on.</param>
    /// <param name="times">How moments are written.</param>
    public static void Write(HtmlWriter html, WorkItemView item, CardPlace place, Times times)
    {
        var card = item.Card;
        // What is about to be approved is never behind a fold.
        var whole = ActionHtml.OpenDecision(item) is not null;
        html.Write($"<section class=\"card {ToneClass(card.Tone)}\" aria-labelledby=\"title-{item.Id}\"><header class=\"card-head\">");
        WriteTitle(html, item, place);
        html.Write($"<p class=\"pill\">{card.Status}</p></header><div class=\"blocks\">");
        foreach (var block in card.Blocks)
        {
            if (!IsDecidedLine(item, block) && !IsPastQuestion(item, block))
            {
                BlockHtml.Write(html, block, whole);
            }
        }

        html.Write($"</div>");
        WriteDecided(html, item);
        ActionHtml.Write(html, item, place, times);
        WriteWhy(html, item);
        html.Write($"</section>");
    }

    public static string ToneClass(CardTone tone) => tone switch
    {
        CardTone.Waiting => "waiting",
        CardTone.Done => "done",
        CardTone.Declined => "declined",
        CardTone.Trouble => "trouble",
        _ => "neutral",
    };

    private static void WriteTitle(HtmlWriter html, WorkItemView item, CardPlace place)
    {
        if (place == CardPlace.Item)
        {
            html.Write($"<h1 class=\"card-title\" id=\"title-{item.Id}\">{item.Card.Title}</h1>");
        }
        else
        {
            html.Write($"<h3 class=\"card-title\" id=\"title-{item.Id}\"><a href=\"/items/{item.Id}\">{item.Card.Title}</a></h3>");
        }
    }

    /// <summary>Who decided, where and when; a card that says so itself is not made to say it twice.</summary>
    private static void WriteDecided(HtmlWriter html, WorkItemView item)
    {
        // A first yes stands beside the buttons, where the second one is wanted.
        if (item.Approvals is [.., { Decided: { } line, State: not "open" }])
        {
            html.Write($"<p class=\"decided\">{line}</p>");
        }
    }

    private static bool IsDecidedLine(WorkItemView item, CardBlock block) =>
        item.Approvals is [.., { Decided: { } line }] && block is CardBlock.Hint hint && hint.Value.TrimEnd('.') == line.TrimEnd('.');

    private static bool IsPastQuestion(WorkItemView item, CardBlock block) =>
        ActionHtml.IsFinished(item) && item.Question is { } question && block is CardBlock.Text text && text.Value.EndsWith(question, StringComparison.Ordinal);

    private static void WriteWhy(HtmlWriter html, WorkItemView item)
    {
        if (item.Why.Blocks.Count == 0)
        {
            return;
        }

        html.Write($"<details class=\"why\" id=\"why-{item.Id}\"><summary>Why?</summary><div class=\"blocks\">");
        foreach (var block in item.Why.Blocks)
        {
            BlockHtml.Write(html, block, whole: true);
        }

        html.Write($"</div></details>");
    }
}
