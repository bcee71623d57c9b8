using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Requests;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Endpoints;

/// <summary>Decisions, the same by form and as JSON.</summary>
internal sealed class ApprovalEndpoints(IDesk desk, OutcomeReply reply)
{
    private static readonly Refusal NoDigest = new(400, "A decision names what it decides: give the digest that the card shows.");
    private static readonly Refusal NoChange = new(400, "Say what should be different.");
    private static readonly Refusal NoDecision = new(400, "A decision is one of approve, reject and change.");

    public async Task PostAsync(HttpContext context)
    {
        var read = await ReadAsync(context);
        if (read.Value is not { } post)
        {
            await RefusalReply.WriteAsync(context, read.Refusal!);
            return;
        }

        if (!ApprovalId.TryParse(context.Request.RouteValues["id"] as string, out var id))
        {
            await RefusalReply.WriteAsync(context, Refusal.Unknown);
            return;
        }

        var decision = Decision(id, post);
        if (decision.Value is not { } tap)
        {
            await RefusalReply.WriteAsync(context, decision.Refusal!);
            return;
        }

        await reply.WriteAsync(context, await desk.DecideAsync(tap, context.RequestAborted), post.From);
    }

    private static Task<Read<DecisionPost>> ReadAsync(HttpContext context) => PostBody.ReadAsync(
        context,
        PostJson.Default.DecisionPost,
        static form => new DecisionPost { Decision = form["decision"], Digest = form["digest"], Nonce = form["nonce"], Confirm = form["confirm"], Text = form["text"], From = form["from"] });

    private static Read<OperatorDecision> Decision(ApprovalId id, DecisionPost post)
    {
        if (!Digest.TryParse(post.Digest, out var digest))
        {
            return NoDigest;
        }

        DecisionKind? kind = post.Decision switch
        {
            "approve" => DecisionKind.Approve,
            "reject" => DecisionKind.Reject,
            "change" => DecisionKind.Change,
            _ => null,
        };
        if (kind is null)
        {
            return NoDecision;
        }

        var text = string.IsNullOrWhiteSpace(post.Text) ? null : post.Text.ReplaceLineEndings("\n");
        return kind == DecisionKind.Change && text is null
            ? NoChange
            : new OperatorDecision
            {
                Approval = id,
                Kind = kind.Value,
                Digest = digest,
                Nonce = post.Nonce ?? string.Empty,
                Confirmation = post.Confirm,
                Channel = ChannelName.Web,
                By = WebOperator.Id,
                Text = text,
            };
    }
}
