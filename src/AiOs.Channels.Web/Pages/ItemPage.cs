using AiOs.Channels.Web.Cards;
using AiOs.Channels.Web.Corrections;
using AiOs.Channels.Web.Html;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Pages;

/// <summary>One work item with its whole story.</summary>
internal static class ItemPage
{
    public static HtmlWriter Render(ItemView view, Times times)
    {
        var item = view.Item;
        var html = new HtmlWriter();
        Layout.Begin(html, item.Card.Title, Section.Chat, view.FrozenBecause);
        html.Write($"<div class=\"item\">");
        if (view.Notice is { } notice)
        {
            Layout.Notice(html, notice, trouble: true);
        }

        html.Write($"<div class=\"item-main\">");
        EntryHtml.Write(html, item, times, CardPlace.Item);
        html.Write($"<section id=\"message\" class=\"panel\" aria-labelledby=\"message-title\"><h2 id=\"message-title\">The message</h2>");
        MessageHtml.Write(html, item);
        html.Write($"</section></div><div class=\"item-side\">");
        html.Write($"<section id=\"understood\" data-live class=\"panel\" aria-labelledby=\"understood-title\">");
        html.Write($"<h2 id=\"understood-title\">What was understood</h2>");
        UnderstandingHtml.Write(html, item.Intent);
        CorrectionsPage.WriteForm(html, item);
        html.Write($"</section>");
        WriteEffects(html, item);
        WriteTimeline(html, view.Timeline, times);
        html.Write($"</div></div>");
        Layout.End(html);
        return html;
    }

    private static void WriteEffects(HtmlWriter html, WorkItemView item)
    {
        html.Write($"<section id=\"effects\" data-live class=\"panel\" aria-labelledby=\"effects-title\"><h2 id=\"effects-title\">Effects</h2>");
        if (item.Effects.Count == 0)
        {
            html.Write($"<p class=\"hint\">Nothing was proposed.</p>");
        }

        foreach (var effect in item.Effects)
        {
            html.Write($"<div class=\"effect\"><h3>{effect.Title}</h3>");
            html.Write($"<p class=\"meta\"><code>{effect.Kind.Value}</code> <span class=\"outcome {OutcomeClass(effect.Outcome)}\">{effect.Outcome}</span></p>");
            if (effect.Detail is { } detail)
            {
                html.Write($"<p>{detail}</p>");
            }

            html.Write($"<details><summary>Exact content</summary><blockquote>{effect.Preview}</blockquote>");
            html.Write($"<p class=\"meta\">SHA-256 <code class=\"hash\">{effect.Digest}</code></p></details></div>");
        }

        html.Write($"</section>");
    }

    private static string OutcomeClass(string outcome) => outcome switch
    {
        "done" => "done",
        "failed" or "unknown" or "denied" => "trouble",
        "proposed" or "requested" => "waiting",
        _ => "declined",
    };

    private static void WriteTimeline(HtmlWriter html, IReadOnlyList<TimelineEntry> entries, Times times)
    {
        html.Write($"<section id=\"timeline\" data-live class=\"panel\" aria-labelledby=\"timeline-title\"><h2 id=\"timeline-title\">Timeline</h2>");
        html.Write($"<ol class=\"timeline\">");
        foreach (var entry in entries)
        {
            html.Write($"<li><p class=\"step\">{entry.Title}</p>");
            if (entry.Detail is { } detail)
            {
                html.Write($"<p class=\"step-detail\">{detail}</p>");
            }

            html.Write($"<p class=\"meta\">");
            times.WriteExact(html, entry.At);
            html.Write($" · <code>{entry.Type}</code> · commit {entry.Position}</p></li>");
        }

        html.Write($"</ol></section>");
    }
}
