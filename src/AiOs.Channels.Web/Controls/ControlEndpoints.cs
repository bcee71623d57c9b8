using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Endpoints;
using AiOs.Channels.Web.Json;
using AiOs.Channels.Web.Pages;
using AiOs.Channels.Web.Requests;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Controls;

/// <summary>The page of controls and its buttons.</summary>
internal sealed class ControlEndpoints(IControls controls, IDesk desk)
{
    private static readonly Refusal NoClass = new(400, "Say which class, and accept as yes or no.");

    public Task ShowAsync(HttpContext context) => ShowAsync(context, outcome: null);

    public async Task FreezeAsync(HttpContext context) =>
        await ReplyAsync(context, await controls.FreezeAsync(ChannelName.Web, WebOperator.Id, context.RequestAborted));

    public async Task ResumeAsync(HttpContext context) =>
        await ReplyAsync(context, await controls.ResumeAsync(ChannelName.Web, WebOperator.Id, context.RequestAborted));

    public async Task SetAutonomyAsync(HttpContext context)
    {
        var read = await ReadAsync(context);
        if (read.Value is not { Class: { Length: > 0 } name, Accept: "yes" or "no" } post)
        {
            await RefusalReply.WriteAsync(context, read.Refusal ?? NoClass);
            return;
        }

        await ReplyAsync(context, await controls.SetAutonomyAsync(name, post.Accept == "yes", ChannelName.Web, WebOperator.Id, context.RequestAborted));
    }

    /// <summary>A repeat of any of these changes nothing, so the page may come as the answer itself.</summary>
    private Task ReplyAsync(HttpContext context, ControlOutcome outcome)
    {
        context.Response.StatusCode = outcome.Accepted ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Wants.Json(context.Request)
            ? JsonReply.WriteAsync(context, outcome, static (json, value) => ControlOutcomeJson.Write(json, value))
            : ShowAsync(context, outcome);
    }

    private async Task ShowAsync(HttpContext context, ControlOutcome? outcome)
    {
        var stop = context.RequestAborted;
        var view = new ControlsView(await controls.BudgetAsync(stop), await controls.AutonomyAsync(stop), await controls.PolicyAsync(stop), desk.FrozenBecause, outcome);
        await PageReply.WriteAsync(context, ControlsPage.Render(view));
    }

    private static Task<Read<AutonomyPost>> ReadAsync(HttpContext context) =>
        PostBody.ReadAsync(context, PostJson.Default.AutonomyPost, static form => new AutonomyPost { Class = form["class"], Accept = form["accept"] });
}
