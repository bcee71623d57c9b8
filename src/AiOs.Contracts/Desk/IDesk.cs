using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Desk;

/// <summary>What the operator's surfaces do and see: pages, chats and verbs stand on this and nothing else.</summary>
public interface IDesk
{
    /// <summary>Decides an approval and carries the decision out: an approved effect has run when this returns.</summary>
    /// <param name="decision">The tap.</param>
    /// <param name="cancellationToken">Gives up waiting; what is durable stays and is carried out.</param>
    /// <returns>Whether this tap decided, and how things stand.</returns>
    Task<DecisionOutcome> DecideAsync(OperatorDecision decision, CancellationToken cancellationToken);

    /// <summary>Decides several approvals, each by itself: what one of them comes to changes nothing about the others.</summary>
    /// <param name="decisions">The taps, one for each card that was shown.</param>
    /// <param name="cancellationToken">Gives up waiting; what is durable stays and is carried out.</param>
    /// <returns>What became of each, in the same order.</returns>
    Task<IReadOnlyList<DecisionOutcome>> DecideAllAsync(IReadOnlyList<OperatorDecision> decisions, CancellationToken cancellationToken);

    /// <summary>Takes back what was done, as far as it can be and as long as it is offered. What takes it back is judged like any other effect.</summary>
    /// <param name="id">The work item.</param>
    /// <param name="channel">Where it was asked.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether it is taken back, and how things stand.</returns>
    Task<DecisionOutcome> UndoAsync(WorkItemId id, ChannelName channel, string by, CancellationToken cancellationToken);

    /// <summary>Answers the open question of a work item; the agent drafts again with the answer.</summary>
    /// <param name="id">The work item.</param>
    /// <param name="text">The operator's words.</param>
    /// <param name="channel">Where it was answered.</param>
    /// <param name="by">Who answered.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether the answer was taken, and how things stand.</returns>
    Task<DecisionOutcome> AnswerAsync(WorkItemId id, string text, ChannelName channel, string by, CancellationToken cancellationToken);

    /// <summary>Takes the operator's word for what became of an attempt whose answer was lost.</summary>
    /// <param name="id">The work item.</param>
    /// <param name="effect">The effect.</param>
    /// <param name="settlement">What the operator says.</param>
    /// <param name="channel">Where it was said.</param>
    /// <param name="by">Who said it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether it was taken, and how things stand.</returns>
    Task<DecisionOutcome> SettleAsync(WorkItemId id, EffectId effect, Settlement settlement, ChannelName channel, string by, CancellationToken cancellationToken);

    /// <summary>One work item as it stands.</summary>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The work item, or nothing.</returns>
    Task<WorkItemView?> FindAsync(WorkItemId id, CancellationToken cancellationToken);

    /// <summary>The work item that an approval belongs to.</summary>
    /// <param name="id">Which approval.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The work item, or nothing.</returns>
    Task<WorkItemView?> FindAsync(ApprovalId id, CancellationToken cancellationToken);

    /// <summary>The newest work items, newest first.</summary>
    /// <param name="count">How many; 1 to 200.</param>
    /// <param name="before">Only those opened before this one.</param>
    /// <param name="openOnly">Only those that wait for the operator or are under way.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The work items.</returns>
    Task<IReadOnlyList<WorkItemView>> RecentAsync(int count, WorkItemId? before, bool openOnly, CancellationToken cancellationToken);

    /// <summary>Every event of a work item in order.</summary>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The events; empty where there is no such work item.</returns>
    Task<IReadOnlyList<TimelineEntry>> TimelineAsync(WorkItemId id, CancellationToken cancellationToken);

    /// <summary>A stretch of the journal.</summary>
    /// <param name="count">How many commits; 1 to 200.</param>
    /// <param name="before">Only those before this position.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The commits, newest first.</returns>
    Task<JournalPage> JournalAsync(int count, long? before, CancellationToken cancellationToken);

    /// <summary>Checks every commit of the chain and the signed head.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was found.</returns>
    Task<ChainReport> VerifyAsync(CancellationToken cancellationToken);

    /// <summary>What the workspace cost.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The counts.</returns>
    Task<CostReport> CostsAsync(CancellationToken cancellationToken);

    /// <summary>Why nothing may run at present, as one sentence; nothing in normal times.</summary>
    string? FrozenBecause { get; }

    /// <summary>Why the journal cannot be trusted, which also freezes; nothing in normal times, also while the operator has frozen everything.</summary>
    string? DamagedBecause { get; }

    /// <summary>Tells of every change, after it is durable. A slow reader misses changes but never delays anything.</summary>
    /// <param name="cancellationToken">Ends the telling.</param>
    /// <returns>The work items that changed, as they change.</returns>
    IAsyncEnumerable<WorkItemId> WatchAsync(CancellationToken cancellationToken);
}
