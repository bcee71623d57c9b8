using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Context;
using AiOs.Kernel.Controls;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Preferences;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Desk;

/// <summary>Takes what the operator decides, and carries it out.</summary>
internal sealed class OperatorActs(WorkspaceJournal journal, StepRecorder recorder, WorkItemLoop loop, PureSteps steps, IJournalStore store, Views views, AutonomyOffers offers, PreferenceBook preferences, HostState host)
{
    private const string NotTheOperator = "Only the operator can decide this.";

    private string? FrozenBecause => host.FrozenBecause ?? journal.Ledger.Frozen?.Sentence;

    public async Task<DecisionOutcome> DecideAsync(OperatorDecision decision, Delivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (await store.FindApprovalAsync(decision.Approval, cancellationToken) is not { } id)
        {
            return new DecisionOutcome(Accepted: false, "There is no such card.", Item: null);
        }

        if (decision.Kind is DecisionKind.Change && string.IsNullOrWhiteSpace(decision.Text))
        {
            return new DecisionOutcome(Accepted: false, "Say what to change, and send it again.", await FindAsync(id, cancellationToken));
        }

        var told = string.Empty;
        return await RecordAsync(
            id,
            "approval/" + decision.Approval,
            delivery,
            (item, around) => Decide(item, decision, delivery, around, out told),
            () => told,
            cancellationToken);
    }

    public Task<DecisionOutcome> UndoAsync(WorkItemId id, ChannelName channel, string by, Delivery delivery, CancellationToken cancellationToken)
    {
        var told = string.Empty;
        return IsSomebody(channel, by)
            ? RecordAsync(id, "undo", delivery, (item, around) => TakingBack.Ask(item, around, channel, by, out told), () => told, cancellationToken)
            : Task.FromResult(new DecisionOutcome(Accepted: false, "It is not known who asked, so nothing was taken back.", Item: null));
    }

    public Task<DecisionOutcome> AnswerAsync(WorkItemId id, string text, ChannelName channel, string by, Delivery delivery, CancellationToken cancellationToken)
    {
        var answered = new QuestionAnswered(channel, by) { Via = delivery.Via, Message = delivery.Message, Personal = new QuestionAnswered.Words(text) };
        return RecordAsync(
            id,
            "answer",
            delivery,
            (item, _) => item.HasQuestion && IsSomebody(channel, by) && !string.IsNullOrWhiteSpace(text) && item.State is not WorkItemState.Performing ? [answered] : [],
            () => string.IsNullOrWhiteSpace(text) ? "The answer is empty; write something." : "No question is open here any more.",
            cancellationToken);
    }

    /// <summary>Takes an answer out again that was none, as long as nothing has begun because of it.</summary>
    public Task<DecisionOutcome> WithdrawAsync(WorkItemId id, MessageId message, ChannelName channel, string by, Delivery delivery, CancellationToken cancellationToken) => RecordAsync(
        id,
        "answer",
        delivery,
        (item, _) => TakenAnswer.CanBeWithdrawn(item, message) ? [new AnswerWithdrawn(message, channel, by)] : [],
        () => "What was taken for an answer has been used already; undo or correct it there.",
        cancellationToken);

    public Task<DecisionOutcome> SettleAsync(WorkItemId id, EffectId effect, Settlement settlement, ChannelName channel, string by, Delivery delivery, CancellationToken cancellationToken) =>
        RecordAsync(
            id,
            "effect/" + effect,
            delivery,
            (item, _) => !IsSomebody(channel, by) ? [] : item.FindEffect(effect)?.Settle(settlement, channel, by) ?? [],
            () => "There is nothing to settle here any more.",
            cancellationToken);

    public async Task<WorkItemView?> FindAsync(WorkItemId id, CancellationToken cancellationToken) =>
        await journal.LoadAsync(StreamId.Of(id), cancellationToken) is WorkItem { Version: > 0 } item ? views.Of(item) : null;

    /// <summary>A yes whose ground is lost decides nothing: the question is void at the same position, and is asked again with the difference.</summary>
    private IReadOnlyList<JournalEvent> Decide(WorkItem item, OperatorDecision decision, Delivery delivery, Surroundings around, out string told)
    {
        var approval = item.Approvals.FirstOrDefault(one => one.Id == decision.Approval);
        var answer = approval?.Decide(decision, around.Now, steps.NewNonce()) ?? new ApprovalAnswer.Told("There is no such card.");
        told = answer is ApprovalAnswer.Told said ? said.Sentence : string.Empty;
        if (answer is not ApprovalAnswer.Decided decided)
        {
            // That it is over is recorded with the tap that found it so, or a clock that goes back would open it again.
            return approval?.Expire(around.Now) ?? [];
        }

        if (decision.Kind is DecisionKind.Approve && Ground.LostBy(item, approval!, around) is { } lost)
        {
            told = "What this card relied on has changed, so nothing was approved; look at the new card. " + string.Join(' ', lost.Personal!.Differences);
            return [lost];
        }

        return [.. decided.Events.Select(happened => happened is ChangeRequested changed ? changed with { Via = delivery.Via } : happened)];
    }

    /// <summary>Records what the operator wants on the state as it is at that position, and carries it out before it answers.</summary>
    private async Task<DecisionOutcome> RecordAsync(
        WorkItemId id,
        string cause,
        Delivery delivery,
        Func<WorkItem, Surroundings, IReadOnlyList<JournalEvent>> decide,
        Func<string> told,
        CancellationToken cancellationToken)
    {
        var revoked = false;
        switch (await recorder.RecordAsync(id, cause, delivery.Dedupe, DecideIfOperator, cancellationToken))
        {
            case AppendResult.Appended appended:
                var item = await loop.CarryOutAsync(appended).WaitAsync(cancellationToken);
                await offers.ConsiderAsync(item, cancellationToken);
                var learned = appended.Events.Any(happened => happened is ApprovalGranted) ? await preferences.ConsiderAsync(item, cancellationToken) : string.Empty;
                return told() is { Length: > 0 } refused && appended.Events[0] is (ApprovalVoided or ApprovalExpired)
                    ? new DecisionOutcome(Accepted: false, refused, views.Of(item))
                    : new DecisionOutcome(Accepted: true, $"{SentenceOf(item)} {learned}".TrimEnd(), views.Of(item));
            case AppendResult.Nothing { Current: WorkItem { Version: > 0 } current }:
                return new DecisionOutcome(Accepted: false, revoked ? NotTheOperator : told(), views.Of(current));
            case AppendResult.Repeat when await journal.LoadAsync(StreamId.Of(id), cancellationToken) is WorkItem { Version: > 0 } known:
                return new DecisionOutcome(Accepted: true, SentenceOf(known), views.Of(known));
            default:
                return new DecisionOutcome(Accepted: false, "There is no such work item.", Item: null);
        }

        IReadOnlyList<JournalEvent> DecideIfOperator(WorkItem state, Surroundings around)
        {
            revoked = !delivery.Holds(around.Ledger);
            return revoked ? [] : decide(state, around);
        }
    }

    /// <summary>Nobody's word counts as the operator's.</summary>
    private static bool IsSomebody(ChannelName channel, string by) => !string.IsNullOrWhiteSpace(by) && !string.IsNullOrWhiteSpace(channel.Value);

    private string SentenceOf(WorkItem item) => item.State switch
    {
        WorkItemState.Working when FrozenBecause is { } frozen => "It is noted, and waits: " + frozen,
        WorkItemState.Working when views.RestOf(item) is { } rest => rest,
        WorkItemState.Done => item.Effects.LastOrDefault(effect => effect.Sentence is not null)?.Sentence ?? "Done.",
        WorkItemState.Rejected => "Rejected; nothing was done.",
        WorkItemState.AwaitingApproval when item.CurrentApproval is { Phase: ApprovalPhase.HalfGranted, Decided: { } half } => half + ".",
        WorkItemState.AwaitingApproval => "There is a new card; look at it and decide.",
        WorkItemState.Undone when item.Effects.All(effect => effect.Attempt == 0) => "It was stopped in time; nothing was done.",
        WorkItemState.Undone => "It was taken back.",
        WorkItemState.NeedsAnswer => "There is a question for you.",
        WorkItemState.OutcomeUnknown => "It may have happened; look and say what became of it.",
        WorkItemState.Failed => item.Effects.LastOrDefault(effect => effect.Sentence is not null)?.Sentence ?? "It failed; nothing was done.",
        WorkItemState.Expired => "It expired; nothing was done.",
        WorkItemState.Forgotten => "Whom this is about was forgotten; nothing is left to do.",
        _ => "It is on its way.",
    };
}
