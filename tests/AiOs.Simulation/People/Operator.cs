using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Simulation.Hosts;
using AiOs.Simulation.Worlds;
using AiOs.Testing.Kernel;

namespace AiOs.Simulation.People;

/// <summary>People at the desk: they decide, change their minds, tap twice, tap old cards, and contradict each other.</summary>
internal sealed class Operator(World world)
{
    private static readonly ChannelName Phone = new("phone");
    private static readonly Settlement[] Settlements = Enum.GetValues<Settlement>();

    private readonly List<ApprovalView> _seen = [];
    private readonly List<OperatorDecision> _tapped = [];

    /// <summary>Every tap that was really made, as it was made.</summary>
    public IReadOnlyList<OperatorDecision> Tapped => _tapped;

    public void Tap(SimHost host, TapKind kind, int pick)
    {
        var start = host.Start();
        world.Scheduler.Post(start.Lane, () => _ = TapAsync(start, world.Hosts[^1], kind, pick));
    }

    private async Task TapAsync(HostStart start, SimHost other, TapKind kind, int pick)
    {
        await start.Opened;
        try
        {
            var open = await start.Desk.RecentAsync(50, null, openOnly: true, CancellationToken.None);
            await ActAsync(start, other, kind, pick, open);
        }
        catch (Exception fault) when (fault is AiOsException or CrashException)
        {
            // The operator is told to try again, and may.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            world.Watch.OnUnforeseen("the desk", fault);
        }
    }

    private Task ActAsync(HostStart start, SimHost other, TapKind kind, int pick, IReadOnlyList<WorkItemView> open)
    {
        switch (kind)
        {
            case TapKind.Answer:
                return AnswerAsync(start, pick, [.. open.Where(item => item.Question is not null)]);
            case TapKind.Settle:
                return SettleAsync(start, pick, [.. open.Where(item => item.State is WorkItemState.OutcomeUnknown)]);
            case TapKind.Undo:
                return UndoAsync(start, pick);
            case TapKind.Stale:
                world.Tally.Count(Happening.StaleTap, _seen.Count > 0 ? 1 : 0);
                return _seen.Count == 0 ? Task.CompletedTask : DecideAsync(start, _seen[pick % _seen.Count], DecisionKind.Approve, ChannelName.Web);
            default:
                break;
        }

        var cards = open.SelectMany(item => item.Approvals).Where(approval => approval.Nonce is not null).ToArray();
        return cards.Length == 0 ? Task.CompletedTask
            : kind is TapKind.All ? DecideAllAsync(start, [.. cards.Take(3)])
            : DecideAsync(start, other, kind, cards[pick % cards.Length]);
    }

    private Task DecideAsync(HostStart start, SimHost other, TapKind kind, ApprovalView card)
    {
        _seen.Add(card);
        switch (kind)
        {
            case TapKind.Reject:
                return DecideAsync(start, card, DecisionKind.Reject, ChannelName.Web);
            case TapKind.Change:
                return DecideAsync(start, card, DecisionKind.Change, ChannelName.Web);
            case TapKind.Twice:
                return Task.WhenAll(DecideAsync(start, card, DecisionKind.Approve, Phone), DecideAsync(start, card, DecisionKind.Approve, Phone));
            case TapKind.WrongDigest:
                world.Tally.Count(Happening.WrongDigest);
                return DecideAsync(start, card with { Digest = Digest.Of(card.Digest.Hex.Select(letter => (byte)letter).ToArray()) }, DecisionKind.Approve, ChannelName.Web);
            case TapKind.Phone:
                return DecideAsync(start, card, DecisionKind.Approve, Phone);
            case TapKind.Wordless:
                world.Tally.Count(Happening.NotTyped, card.Confirm is null ? 0 : 1);
                return DecideAsync(start, card with { Confirm = card.Digest.Hex[0] > '7' ? null : "whatever" }, DecisionKind.Approve, ChannelName.Web);
            case TapKind.WrongNonce:
                world.Tally.Count(Happening.WrongNonce);
                return DecideAsync(start, card with { Nonce = card.Digest.Hex[..32] }, DecisionKind.Approve, ChannelName.Web);
            case TapKind.Contradict:
                world.Tally.Count(Happening.Contradiction);
                var second = other.Running is { IsOpen: true } running ? running : start;
                world.Scheduler.Post(second.Lane, () => _ = ContradictAsync(second, card));
                return DecideAsync(start, card, DecisionKind.Approve, ChannelName.Web);
            default:
                return DecideAsync(start, card, DecisionKind.Approve, ChannelName.Web);
        }
    }

    private async Task ContradictAsync(HostStart start, ApprovalView card)
    {
        try
        {
            await DecideAsync(start, card, DecisionKind.Reject, Phone);
        }
        catch (Exception fault) when (fault is AiOsException or CrashException)
        {
            // As above.
        }
    }

    private async Task DecideAsync(HostStart start, ApprovalView card, DecisionKind kind, ChannelName channel)
    {
        var decision = DecisionOf(card, kind, channel);
        _tapped.Add(decision);
        var outcome = await start.Desk.DecideAsync(decision, CancellationToken.None);
        Told(decision, outcome);
    }

    private async Task DecideAllAsync(HostStart start, IReadOnlyList<ApprovalView> cards)
    {
        _seen.AddRange(cards);
        OperatorDecision[] decisions = [.. cards.Select(card => DecisionOf(card, DecisionKind.Approve, ChannelName.Web))];
        _tapped.AddRange(decisions);
        var outcomes = await start.Desk.DecideAllAsync(decisions, CancellationToken.None);
        for (var index = 0; index < decisions.Length; index++)
        {
            Told(decisions[index], outcomes[index]);
        }
    }

    private static OperatorDecision DecisionOf(ApprovalView card, DecisionKind kind, ChannelName channel) => new()
    {
        Approval = card.Id,
        Kind = kind,
        Digest = card.Digest,
        Nonce = card.Nonce ?? string.Empty,
        Confirmation = card.Confirm,
        Channel = channel,
        By = channel == Phone ? "phone-7" : "operator",
        Text = kind is DecisionKind.Approve ? null : "rather tomorrow",
    };

    private void Told(OperatorDecision decision, DecisionOutcome outcome)
    {
        world.Tally.Count(Happening.Decision, outcome.Accepted ? 1 : 0);
        world.Watch.OnDecided(decision, outcome);
    }

    private async Task UndoAsync(HostStart start, int pick)
    {
        var all = await start.Desk.RecentAsync(50, null, openOnly: false, CancellationToken.None);
        var done = all.Where(item => item.State is WorkItemState.Done && item.Effects.Count > 0).ToArray();
        if (done.Length > 0)
        {
            var outcome = await start.Desk.UndoAsync(done[pick % done.Length].Id, ChannelName.Web, "operator", CancellationToken.None);
            world.Tally.Count(Happening.UndoRefused, outcome.Accepted ? 0 : 1);
        }
    }

    private static async Task AnswerAsync(HostStart start, int pick, IReadOnlyList<WorkItemView> asked)
    {
        if (asked.Count > 0)
        {
            await start.Desk.AnswerAsync(asked[pick % asked.Count].Id, pick % 3 == 0 ? "invoice-received" : "The blue one.", ChannelName.Web, "operator", CancellationToken.None);
        }
    }

    private async Task SettleAsync(HostStart start, int pick, IReadOnlyList<WorkItemView> unknown)
    {
        if (unknown.Count == 0)
        {
            return;
        }

        var item = unknown[pick % unknown.Count];
        var effect = item.Effects.First(one => one.Outcome == "unknown");
        var outcome = await start.Desk.SettleAsync(item.Id, effect.Id, Settlements[pick % Settlements.Length], ChannelName.Web, "operator", CancellationToken.None);
        world.Tally.Count(Happening.Settlement, outcome.Accepted ? 1 : 0);
    }
}
