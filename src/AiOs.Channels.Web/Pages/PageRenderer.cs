using AiOs.Channels.Web.Html;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Web.Pages;

/// <summary>Gathers what a page shows, and renders it.</summary>
internal sealed class PageRenderer(IDesk desk, Times times)
{
    private const int PerPage = 30;
    private const int MostWaiting = 200;
    private const int CommitsPerPage = 50;

    public async Task<HtmlWriter> ChatAsync(WorkItemId? before, IReadOnlyList<string> troubles, bool repeated, CancellationToken cancellationToken)
    {
        var open = before is null ? await desk.RecentAsync(MostWaiting, null, openOnly: true, cancellationToken) : [];
        var recent = await desk.RecentAsync(PerPage, before, openOnly: false, cancellationToken);
        var view = new ChatView
        {
            Waiting = [.. open.Where(EntryHtml.IsWaiting)],
            Rest = [.. recent.Where(item => before is not null || !EntryHtml.IsWaiting(item))],
            Older = recent.Count == PerPage ? recent[^1].Id : null,
            FrozenBecause = desk.FrozenBecause,
            Troubles = troubles,
            Repeated = repeated,
        };
        return ChatPage.Render(view, times);
    }

    public async Task<HtmlWriter> ItemAsync(WorkItemView item, string? notice, CancellationToken cancellationToken)
    {
        var timeline = await desk.TimelineAsync(item.Id, cancellationToken);
        return ItemPage.Render(new ItemView(item, timeline, desk.FrozenBecause, notice), times);
    }

    public HtmlWriter Entry(WorkItemView item, bool onItemPage)
    {
        var html = new HtmlWriter();
        EntryHtml.Write(html, item, times, onItemPage ? Cards.CardPlace.Item : Cards.CardPlace.Chat);
        return html;
    }

    public async Task<HtmlWriter> JournalAsync(long? before, ChainReport? report, CancellationToken cancellationToken)
    {
        var page = await desk.JournalAsync(CommitsPerPage, before, cancellationToken);
        return JournalHtml.Render(page, report, desk.FrozenBecause, times);
    }

    public async Task<HtmlWriter> CostsAsync(CancellationToken cancellationToken) =>
        CostsPage.Render(await desk.CostsAsync(cancellationToken), desk.FrozenBecause);
}
