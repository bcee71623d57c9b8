using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Events;

/// <summary>Model money was set aside before a call. Alone in a stream of its own, <c>model/CALL</c>.</summary>
/// <param name="Call">Which call.</param>
/// <param name="Agent">Who calls.</param>
/// <param name="Amount">The most that it can cost, in minor units.</param>
/// <param name="Deadline">When the call is over; without a settlement by then all of it counts as spent.</param>
public sealed record ModelMoneyReserved(CommitId Call, AgentName Agent, Money Amount, DateTimeOffset Deadline) : JournalEvent;
