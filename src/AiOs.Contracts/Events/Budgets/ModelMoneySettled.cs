using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Events;

/// <summary>A model call is over.</summary>
/// <param name="Call">Which call.</param>
/// <param name="Agent">Who called.</param>
/// <param name="Amount">What it really cost, in minor units; 0 where nothing was used.</param>
public sealed record ModelMoneySettled(CommitId Call, AgentName Agent, Money Amount) : JournalEvent;
