using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Requests;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Endpoints;

/// <summary>What the operator says about a work item beside decisions: answers, undo, and what became of a lost attempt.</summary>
internal sealed class AnswerEndpoints(IDesk desk, OutcomeReply reply)
{
    private static readonly Refusal NoText = new(400, "The answer is empty: write one.");
    private static readonly Refusal NoSettlement = new(400, "Say which effect it was, and one of happened, did-not-happen and send-again.");

    public async Task AnswerAsync(HttpContext context)
    {
        var read = await ReadAnswerAsync(context);
        if (Refuse(context, read.Refusal, out var id) is { } refusal)
        {
            await RefusalReply.WriteAsync(context, refusal);
        }
        else if (string.IsNullOrWhiteSpace(read.Value!.Text))
        {
            await RefusalReply.WriteAsync(context, NoText);
        }
        else
        {
            var text = read.Value.Text.ReplaceLineEndings("\n");
            var outcome = await desk.AnswerAsync(id, text, ChannelName.Web, WebOperator.Id, context.RequestAborted);
            await reply.WriteAsync(context, outcome, read.Value.From);
        }
    }

    public async Task UndoAsync(HttpContext context)
    {
        var read = await ReadUndoAsync(context);
        if (Refuse(context, read.Refusal, out var id) is { } refusal)
        {
            await RefusalReply.WriteAsync(context, refusal);
            return;
        }

        await reply.WriteAsync(context, await desk.UndoAsync(id, ChannelName.Web, WebOperator.Id, context.RequestAborted), read.Value!.From);
    }

    public async Task SettleAsync(HttpContext context)
    {
        var read = await ReadSettlementAsync(context);
        if (Refuse(context, read.Refusal, out var id) is { } refusal)
        {
            await RefusalReply.WriteAsync(context, refusal);
        }
        else if (!EffectId.TryParse(read.Value!.Effect, out var effect)
            || KebabEnumConverter<Settlement>.Parse(read.Value.Settlement) is not { } settlement)
        {
            await RefusalReply.WriteAsync(context, NoSettlement);
        }
        else
        {
            var outcome = await desk.SettleAsync(id, effect, settlement, ChannelName.Web, WebOperator.Id, context.RequestAborted);
            await reply.WriteAsync(context, outcome, read.Value.From);
        }
    }

    private static Refusal? Refuse(HttpContext context, Refusal? refusal, out WorkItemId id)
    {
        var known = WorkItemId.TryParse(context.Request.RouteValues["id"] as string, out id);
        return refusal ?? (known ? null : Refusal.Unknown);
    }

    private static Task<Read<AnswerPost>> ReadAnswerAsync(HttpContext context) =>
        PostBody.ReadAsync(context, PostJson.Default.AnswerPost, static form => new AnswerPost { Text = form["text"], From = form["from"] });

    /// <summary>The button needs no words, so a script may post nothing at all.</summary>
    private static async Task<Read<AnswerPost>> ReadUndoAsync(HttpContext context) =>
        context.Request.HasFormContentType || context.Request.ContentLength is > 0 ? await ReadAnswerAsync(context) : new AnswerPost();

    private static Task<Read<SettlementPost>> ReadSettlementAsync(HttpContext context) => PostBody.ReadAsync(
        context,
        PostJson.Default.SettlementPost,
        static form => new SettlementPost { Effect = form["effect"], Settlement = form["settlement"], From = form["from"] });
}
