using AiOs.Contracts.Events;
using AiOs.Kernel.Journal.Chain;

namespace AiOs.Simulation.Models;

/// <summary>One event as it stands in the store, with the commit it stands in.</summary>
/// <param name="Commit">The commit, opened.</param>
/// <param name="Event">The event.</param>
internal sealed record SeenEvent(Commit Commit, JournalEvent Event);
