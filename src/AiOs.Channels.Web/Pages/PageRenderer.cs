using AiOs.Channels.Web.Commands;
using AiOs.Channels.Web.Html;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Pages;

/// <summary>Gathers what a page shows, and renders it.</summary>
internal sealed class PageRenderer(IDesk desk, Times times, IEnumerable<IWarnings> warnings)
{
    private const int PerPage = 30;
    private const int MostWaiting = 200;
    private const int CommitsPerPage = 50;

    private readonly IReadOnlyList<IWarnings> _warnings = [.. warnings];

    public async Task<HtmlWriter> ChatAsync(ChatNews news, CancellationToken cancellationToken)
    {
        var open = news.Before is null ? await desk.RecentAsync(MostWaiting, null, openOnly: true, cancellationToken) : [];
        var recent = await desk.RecentAsync(PerPage, news.Before, openOnly: false, cancellationToken);
        var view = new ChatView
        {
            Waiting = [.. open.Where(EntryHtml.IsWaiting)],
            Rest = [.. recent.Where(item => !item.IsRoutine && (news.Before is not null || !EntryHtml.IsWaiting(item)))],
            Older = recent.Count == PerPage ? recent[^1].Id : null,
            FrozenBecause = desk.FrozenBecause,
            Troubles = [.. await WarningsAsync(cancellationToken), .. news.Troubles],
            Repeated = news.Repeated,
            Reply = news.Reply,
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
        if (onItemPage || !item.IsRoutine)
        {
            EntryHtml.Write(html, item, times, onItemPage ? Cards.CardPlace.Item : Cards.CardPlace.Chat);
        }

        return html;
    }

    public async Task<HtmlWriter> JournalAsync(long? before, ChainReport? report, CancellationToken cancellationToken)
    {
        var page = await desk.JournalAsync(CommitsPerPage, before, cancellationToken);
        return JournalHtml.Render(page, report, desk.FrozenBecause, times);
    }

    public async Task<HtmlWriter> CostsAsync(CancellationToken cancellationToken) =>
        CostsPage.Render(await desk.CostsAsync(cancellationToken), desk.FrozenBecause);

    private async Task<IReadOnlyList<string>> WarningsAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var source in _warnings)
        {
            found.AddRange(await source.ListAsync(cancellationToken));
        }

        return found;
    }
}
