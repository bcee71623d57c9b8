using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Json;
using AiOs.Channels.Web.Pages;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Endpoints;

/// <summary>Work items to look at: as a page, as the part of a page that changed, and as JSON.</summary>
internal sealed class ItemEndpoints(IDesk desk, PageRenderer pages)
{
    private const int DefaultCount = 50;
    private const int MostItems = 200;

    public Task ShowAsync(HttpContext context) => WithItemAsync(
        context,
        async item => await PageReply.WriteAsync(context, await pages.ItemAsync(item, notice: null, context.RequestAborted)));

    public Task ShowEntryAsync(HttpContext context) => WithItemAsync(
        context,
        item => PageReply.WriteAsync(context, pages.Entry(item, context.Request.Query["from"] == "item")));

    public Task ShowJsonAsync(HttpContext context) => WithItemAsync(
        context,
        item => JsonReply.WriteAsync(context, item, static (json, value) => WorkItemJson.Write(json, value)));

    public async Task ListJsonAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var count = int.TryParse(query["count"], out var wanted) ? Math.Clamp(wanted, 1, MostItems) : DefaultCount;
        WorkItemId? before = WorkItemId.TryParse(query["before"], out var id) ? id : null;
        var items = await desk.RecentAsync(count, before, query["open"] == "true", context.RequestAborted);
        await JsonReply.WriteAsync(context, items, static (json, value) => ItemListJson.Write(json, value));
    }

    private async Task WithItemAsync(HttpContext context, Func<WorkItemView, Task> reply)
    {
        var known = WorkItemId.TryParse(context.Request.RouteValues["id"] as string, out var id);
        var item = known ? await desk.FindAsync(id, context.RequestAborted) : null;
        await (item is null ? RefusalReply.WriteAsync(context, Refusal.Unknown) : reply(item));
    }
}
