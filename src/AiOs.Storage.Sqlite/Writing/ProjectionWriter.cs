using AiOs.Contracts.Journal;
using AiOs.Storage.Sqlite.Database;

namespace AiOs.Storage.Sqlite.Writing;

/// <summary>Writes projection rows inside the writer's transaction. Of several rows for one id only the last is written.</summary>
/// <param name="connection">The writer's connection.</param>
internal sealed class ProjectionWriter(Connection connection)
{
    private readonly Statement _workItem = connection.Prepare(WorkItemColumns.Replace);
    private readonly Statement _approval = connection.Prepare("INSERT OR REPLACE INTO approvals(id, work_item) VALUES (?, ?)");
    private readonly Statement _record = connection.Prepare("INSERT OR REPLACE INTO records(id, version) VALUES (?, ?)");

    private readonly Statement _ledger = connection.Prepare("INSERT OR REPLACE INTO ledger(id, position, body) VALUES (1, ?, ?)");

    /// <summary>Puts the rows of some commits in the place of those that have their ids.</summary>
    /// <param name="entries">The commits, in order.</param>
    public void Write(IReadOnlyList<JournalEntry> entries) => Write(entries is [var only]
        ? only.Projections
        : new Projections
        {
            WorkItems = [.. entries.SelectMany(entry => entry.Projections.WorkItems)],
            Approvals = [.. entries.SelectMany(entry => entry.Projections.Approvals)],
            Records = [.. entries.SelectMany(entry => entry.Projections.Records)],
            Ledger = entries.Select(entry => entry.Projections.Ledger).LastOrDefault(row => row is not null),
        });

    /// <summary>Puts rows in the place of those that have their ids.</summary>
    /// <param name="projections">The rows.</param>
    public void Write(Projections projections)
    {
        foreach (var row in Last(projections.WorkItems, static row => row.Id))
        {
            WorkItemColumns.Bind(_workItem, row);
            _workItem.Run();
        }

        foreach (var row in Last(projections.Approvals, static row => row.Approval))
        {
            _approval.Bind(1, row.Approval.Value).Bind(2, row.WorkItem.Value).Run();
        }

        foreach (var row in Last(projections.Records, static row => row.Id))
        {
            _record.BindText(1, row.Id.ToString()).Bind(2, row.Version).Run();
        }

        if (projections.Ledger is { } ledger)
        {
            _ledger.Bind(1, ledger.Position).BindText(2, ledger.Body).Run();
        }
    }

    /// <summary>Takes every row away.</summary>
    public void Clear() => connection.Execute("DELETE FROM work_items; DELETE FROM approvals; DELETE FROM records; DELETE FROM ledger;");

    private static IEnumerable<T> Last<T, TId>(IReadOnlyList<T> rows, Func<T, TId> id)
        where TId : notnull
    {
        if (rows.Count < 2)
        {
            return rows;
        }

        var last = new Dictionary<TId, T>(rows.Count);
        foreach (var row in rows)
        {
            last[id(row)] = row;
        }

        return last.Values;
    }
}
