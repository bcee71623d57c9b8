using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Endpoints;
using AiOs.Channels.Web.Json;
using AiOs.Channels.Web.Pages;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Digests;

/// <summary>The digest as a page: of today so far, or the last daily one.</summary>
internal sealed class DigestEndpoints(ICommands commands, IDesk desk, IEnumerable<IWarnings> warnings)
{
    private readonly IReadOnlyList<IWarnings> _warnings = [.. warnings];

    public async Task ShowAsync(HttpContext context)
    {
        var last = context.Request.Query.ContainsKey("last");
        var reply = await commands.RunAsync(last ? "/digest last" : "/digest", ChannelName.Web, WebOperator.Id, context.RequestAborted);
        if (Wants.Json(context.Request))
        {
            await JsonReply.WriteAsync(context, reply, static (json, value) => CommandReplyJson.Write(json, value));
            return;
        }

        var troubles = new List<string>();
        foreach (var source in _warnings)
        {
            troubles.AddRange(await source.ListAsync(context.RequestAborted));
        }

        await PageReply.WriteAsync(context, DigestPage.Render(reply, last, troubles, desk.FrozenBecause));
    }
}
