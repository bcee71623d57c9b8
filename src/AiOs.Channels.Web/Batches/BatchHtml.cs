using AiOs.Channels.Web.Html;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Batches;

/// <summary>One form for several small cards. It stands behind a fold, so that nobody taps it by accident, and names each card it decides.</summary>
internal static class BatchHtml
{
    private const int Fewest = 2;
    private const int ShortDigest = 12;

    public static void Write(HtmlWriter html, IReadOnlyList<WorkItemView> waiting)
    {
        var cards = waiting.Select(static item => (Item: item, Approval: Batch.ApprovalOf(item))).Where(static card => card.Approval is not null).Take(Batch.MostCards).ToList();
        if (cards.Count < Fewest)
        {
            return;
        }

        html.Write($"<details class=\"batch\" id=\"batch\"><summary>Approve several at once…</summary>");
        html.Write($"<form method=\"post\" action=\"/approvals/decide-all\" aria-label=\"Approve several at once\"><ul>");
        foreach (var (item, approval) in cards)
        {
            html.Write($"<li><a href=\"#item-{item.Id}\">{item.Card.Title}</a><ul>");
            foreach (var effect in approval!.Effects)
            {
                html.Write($"<li>{effect.Title}</li>");
            }

            html.Write($"</ul><p class=\"meta\">exact content <code class=\"hash\">{approval.Digest.Hex[..ShortDigest]}…</code></p>");
            html.Write($"<input type=\"hidden\" name=\"card\" value=\"{approval.Id} {approval.Digest} {approval.Nonce}\"></li>");
        }

        html.Write($"</ul><div class=\"row\"><button class=\"yes\">Approve all {cards.Count} shown here</button></div></form></details>");
    }
}
