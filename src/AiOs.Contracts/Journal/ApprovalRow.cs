using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Journal;

/// <summary>Finds the work item of an approval.</summary>
/// <param name="Approval">The approval.</param>
/// <param name="WorkItem">Its work item.</param>
public sealed record ApprovalRow(ApprovalId Approval, WorkItemId WorkItem);
