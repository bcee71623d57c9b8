using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Events;

/// <summary>Model money was set aside before a call. Alone in a stream of its own, <c>model/CALL</c>.</summary>
/// <param name="Call">Which call.</param>
/// <param name="Agent">Who calls.</param>
/// <param name="Amount">The most that it can cost, in minor units, rounded up.</param>
/// <param name="Deadline">When the call is over; without a settlement by then all of it counts as spent.</param>
public sealed record ModelMoneyReserved(CommitId Call, AgentName Agent, Money Amount, DateTimeOffset Deadline) : JournalEvent
{
    /// <summary>The same in billionths of the minor unit; nothing where it is whole minor units.</summary>
    public long? Exact { get; init; }

    /// <summary>The work item that it is for; nothing where it is for none.</summary>
    public WorkItemId? WorkItem { get; init; }
}
