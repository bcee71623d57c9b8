using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Json;
using AiOs.Channels.Web.Pages;
using AiOs.Contracts.Desk;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Endpoints;

/// <summary>Tells what became of a tap: the winner is led back to the page, a loser is shown how things stand.</summary>
internal sealed class OutcomeReply(PageRenderer pages)
{
    public async Task WriteAsync(HttpContext context, DecisionOutcome outcome, string? from)
    {
        if (outcome.Item is not { } item)
        {
            await RefusalReply.WriteAsync(context, Refusal.Unknown);
            return;
        }

        context.Response.StatusCode = outcome.Accepted ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        if (Wants.Json(context.Request))
        {
            await JsonReply.WriteAsync(context, outcome, static (json, value) => WorkItemJson.Write(json, value));
        }
        else if (outcome.Accepted)
        {
            await PageReply.SeeOtherAsync(context, from == "item" ? $"/items/{item.Id}" : $"/#item-{item.Id}");
        }
        else
        {
            await PageReply.WriteAsync(context, await pages.ItemAsync(item, outcome.Sentence, context.RequestAborted));
        }
    }
}
