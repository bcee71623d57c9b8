using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Commands;
using AiOs.Channels.Web.Endpoints;
using AiOs.Channels.Web.Json;
using AiOs.Channels.Web.Pages;
using AiOs.Channels.Web.Requests;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Batches;

/// <summary>Approves several small cards with one tap. What is not small is told so and left as it is, whatever was posted.</summary>
internal sealed class BatchEndpoints(IDesk desk, CommandDoor door)
{
    private static readonly Refusal Malformed = new(400, $"Name 1 to {Batch.MostCards} cards, each with its approval, digest and nonce.");

    public async Task PostAsync(HttpContext context)
    {
        var read = await ReadAsync(context);
        if (read.Refusal is { } refusal)
        {
            await RefusalReply.WriteAsync(context, refusal);
            return;
        }

        if (Taps(read.Value!) is not { } taps)
        {
            await RefusalReply.WriteAsync(context, Malformed);
            return;
        }

        var outcomes = await DecideAsync(taps, context.RequestAborted);
        if (Wants.Json(context.Request))
        {
            await JsonReply.WriteAsync(context, outcomes, static (json, value) => OutcomeListJson.Write(json, value));
        }
        else
        {
            await PageReply.SeeOtherAsync(context, door.AddressOf(ReplyOf(outcomes)));
        }
    }

    private async Task<IReadOnlyList<DecisionOutcome>> DecideAsync(List<OperatorDecision> taps, CancellationToken cancellationToken)
    {
        var outcomes = new DecisionOutcome?[taps.Count];
        List<OperatorDecision> small = [];
        for (var i = 0; i < taps.Count; i++)
        {
            var item = await desk.FindAsync(taps[i].Approval, cancellationToken);
            if (item is not null && Batch.ApprovalOf(item)?.Id != taps[i].Approval && item.Approvals.Any(approval => approval.Id == taps[i].Approval && approval.State == "open"))
            {
                outcomes[i] = new DecisionOutcome(Accepted: false, "This card is decided by itself: look at it and decide there.", item);
            }
            else
            {
                small.Add(taps[i]);
            }
        }

        var decided = await desk.DecideAllAsync(small, cancellationToken);
        var next = 0;
        return [.. outcomes.Select(outcome => outcome ?? decided[next++])];
    }

    private static CommandReply ReplyOf(IReadOnlyList<DecisionOutcome> outcomes)
    {
        var approved = outcomes.Count(static outcome => outcome.Accepted);
        return new CommandReply(
            approved == outcomes.Count,
            $"{approved} of {outcomes.Count} approved",
            [new CardBlock.Facts([.. outcomes.Select(static outcome => new Fact(outcome.Item?.Card.Title ?? "Unknown", outcome.Sentence))])]);
    }

    private static List<OperatorDecision>? Taps(BatchPost post)
    {
        List<OperatorDecision> taps = [];
        foreach (var card in post.Decisions ?? [])
        {
            if (!ApprovalId.TryParse(card.Approval, out var id) || !Digest.TryParse(card.Digest, out var digest) || string.IsNullOrEmpty(card.Nonce))
            {
                return null;
            }

            taps.Add(new OperatorDecision { Approval = id, Kind = DecisionKind.Approve, Digest = digest, Nonce = card.Nonce, Channel = ChannelName.Web, By = WebOperator.Id });
        }

        return taps.Count is 0 or > Batch.MostCards ? null : taps;
    }

    private static Task<Read<BatchPost>> ReadAsync(HttpContext context) =>
        PostBody.ReadAsync(context, PostJson.Default.BatchPost, static form => new BatchPost { Decisions = [.. form["card"].Select(CardOf)] });

    private static BatchPost.Card CardOf(string? value) => value?.Split(' ') is [var approval, var digest, var nonce]
        ? new BatchPost.Card { Approval = approval, Digest = digest, Nonce = nonce }
        : new BatchPost.Card();
}
