using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Places;

namespace AiOs.Kernel.Controls.Commands;

/// <summary>Looking at one work item, and deciding it. A typed approval counts only where its card was shown whole.</summary>
internal sealed class DecisionCommands(IDesk desk, ItemNames names, ICardPlaces cards) : ICommandGroup
{
    public IEnumerable<OperatorCommand> Commands =>
    [
        new("show", "WORKITEM", "its card", ShowAsync),
        new("approve", "WORKITEM [WHAT IT ASKS TO TYPE]", "says yes to a card that was shown here", ApproveAsync) { Changes = _ => true },
        new("reject", "WORKITEM [REASON]", "says no", RejectAsync) { Changes = _ => true },
    ];

    private async Task<CommandReply> ShowAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        var named = await names.FindAsync(words, who, cancellationToken);
        return named.Item is { } item ? Shown(item, done: true, item.Card.Title) : named.Unknown();
    }

    private async Task<CommandReply> ApproveAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        var named = await names.FindAsync(words, who, cancellationToken);
        if (named.Item is not { } item)
        {
            return named.Unknown();
        }

        if (item.Approvals.FirstOrDefault(approval => approval.State == "open") is not { } open)
        {
            return new CommandReply(Done: false, $"Nothing is to be decided there: {item.Card.Status}.", []);
        }

        return who.Place is { } place && IsMeant(open.Id, named, who) && await cards.ShowsAsync(who.Channel, place, open.Id, cancellationToken)
            ? await DecideAsync(open, DecisionKind.Approve, named.Words, who, cancellationToken)
            : Shown(item, done: false, "Its card was not shown here yet. Look at it, and approve it there.");
    }

    /// <summary>
    /// A reply means the very card that it answers. An id or a number means what could be seen when it was typed: words that waited for a host
    /// to start must not approve a card that is newer than they are. An approval's id holds the moment at which it was asked.
    /// </summary>
    private static bool IsMeant(ApprovalId open, NamedItem named, Caller who) => named.ByReply
        ? who.AboutApproval == open
        : who.At is { } said && IdSource.MadeAt(open.Value) < said;

    private async Task<CommandReply> RejectAsync(string[] words, Caller who, CancellationToken cancellationToken)
    {
        var named = await names.FindAsync(words, who, cancellationToken);
        if (named.Item is not { } item)
        {
            return named.Unknown();
        }

        return item.Approvals.FirstOrDefault(approval => approval.State == "open") is { } open
            ? await DecideAsync(open, DecisionKind.Reject, named.Words, who, cancellationToken)
            : new CommandReply(Done: false, $"Nothing is to be decided there: {item.Card.Status}.", []);
    }

    private async Task<CommandReply> DecideAsync(ApprovalView open, DecisionKind kind, string? words, Caller who, CancellationToken cancellationToken)
    {
        var outcome = await desk.DecideAsync(
            new OperatorDecision
            {
                Approval = open.Id,
                Kind = kind,
                Digest = open.Digest,
                Nonce = open.Nonce ?? string.Empty,
                Channel = who.Channel,
                By = who.By,
                Confirmation = kind is DecisionKind.Approve ? words : null,
                Text = kind is DecisionKind.Reject ? words : null,
            },
            cancellationToken);
        return new CommandReply(outcome.Accepted, outcome.Sentence, []);
    }

    private static CommandReply Shown(WorkItemView item, bool done, string title) => new(done, title, item.Card.Blocks) { Card = item.Card };
}
