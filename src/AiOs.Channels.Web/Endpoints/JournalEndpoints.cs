using System.Globalization;
using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Json;
using AiOs.Channels.Web.Pages;
using AiOs.Contracts.Desk;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Endpoints;

/// <summary>The journal and the costs, to look at; and the check of the chain, which is asked for because it reads everything.</summary>
internal sealed class JournalEndpoints(IDesk desk, PageRenderer pages)
{
    public async Task ShowAsync(HttpContext context)
    {
        var given = long.TryParse(context.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var position);
        await PageReply.WriteAsync(context, await pages.JournalAsync(given ? position : null, report: null, context.RequestAborted));
    }

    public async Task VerifyAsync(HttpContext context)
    {
        var report = await desk.VerifyAsync(context.RequestAborted);
        if (Wants.Json(context.Request))
        {
            await JsonReply.WriteAsync(context, report, static (json, value) => ChainReportJson.Write(json, value));
        }
        else
        {
            await PageReply.WriteAsync(context, await pages.JournalAsync(before: null, report, context.RequestAborted));
        }
    }

    public async Task ShowCostsAsync(HttpContext context) =>
        await PageReply.WriteAsync(context, await pages.CostsAsync(context.RequestAborted));
}
