using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>Nobody decided in time: silence is no.</summary>
/// <param name="Approval">The question.</param>
public sealed record ApprovalExpired(ApprovalId Approval) : JournalEvent;
