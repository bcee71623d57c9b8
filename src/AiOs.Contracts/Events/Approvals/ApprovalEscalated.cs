using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>Nobody answered, and the policy's ladder went one rung up.</summary>
/// <param name="Approval">The question.</param>
/// <param name="Rung">Which rung, 1 for the first.</param>
/// <param name="By">A short stable word: <c>reminder</c>, <c>other-channel</c> or <c>digest</c>.</param>
public sealed record ApprovalEscalated(ApprovalId Approval, int Rung, string By) : JournalEvent;
