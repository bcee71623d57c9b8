using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;

namespace AiOs.Storage.Sqlite.Database;

/// <summary>Writes and reads the columns of a work item. States and categories are kept by number: new ones go to the end of their enums.</summary>
internal static class WorkItemColumns
{
    /// <summary>The columns that <see cref="Read"/> wants, in its order.</summary>
    public const string Columns = "id, state, category, opened_at, wake_at, done, failed, unknown";

    /// <summary>Puts one row in the place of the one that has its id.</summary>
    public const string Replace = $"INSERT OR REPLACE INTO work_items({Columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    /// <summary>Sets the parameters of <see cref="Replace"/>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="row">The row.</param>
    public static void Bind(Statement statement, WorkItemRow row) => statement
        .Bind(1, row.Id.Value)
        .Bind(2, (long)row.State)
        .Bind(3, row.Category is { } category ? (long)category : null)
        .Bind(4, row.OpenedAt.ToUnixTimeMilliseconds())
        .Bind(5, row.WakeAt?.ToUnixTimeMilliseconds())
        .Bind(6, row.Done)
        .Bind(7, row.Failed)
        .Bind(8, row.Unknown);

    /// <summary>Reads the row that a statement stands at.</summary>
    /// <param name="row">The statement.</param>
    /// <returns>The work item.</returns>
    public static WorkItemRow Read(Statement row) => new(
        new WorkItemId(row.Guid(0)),
        (WorkItemState)row.Int(1),
        CategoryAt(row, 2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.Long(3)),
        row.IsNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.Long(4)),
        row.Int(5),
        row.Int(6),
        row.Int(7));

    /// <summary>A category, or nothing.</summary>
    /// <param name="row">The statement.</param>
    /// <param name="column">0 for the first.</param>
    /// <returns>The category.</returns>
    public static Category? CategoryAt(Statement row, int column) => row.IsNull(column) ? null : (Category)row.Int(column);
}
