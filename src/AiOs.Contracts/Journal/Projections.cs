namespace AiOs.Contracts.Journal;

/// <summary>Rows that a batch of commits changes. A row takes the place of the earlier one of the same id.</summary>
public sealed record Projections
{
    /// <summary>No rows.</summary>
    public static Projections None { get; } = new();

    /// <summary>Work items that changed.</summary>
    public IReadOnlyList<WorkItemRow> WorkItems { get; init; } = [];

    /// <summary>Approvals that were asked for.</summary>
    public IReadOnlyList<ApprovalRow> Approvals { get; init; } = [];

    /// <summary>Records with a new version.</summary>
    public IReadOnlyList<RecordRow> Records { get; init; } = [];

    /// <summary>The newest snapshot of the ledger, where one was made.</summary>
    public LedgerRow? Ledger { get; init; }
}
