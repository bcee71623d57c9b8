namespace AiOs.Contracts.Events;

/// <summary>The kernel offers to stop asking for one narrow class of effects.</summary>
/// <param name="Class">Agent, kind, counterparty class and amount band.</param>
/// <param name="Seen">How many were decided in the window.</param>
/// <param name="Unedited">How many of them were approved as drafted.</param>
/// <param name="Since">When the window began.</param>
public sealed record AutonomyOffered(string Class, int Seen, int Unedited, DateTimeOffset Since) : JournalEvent;
