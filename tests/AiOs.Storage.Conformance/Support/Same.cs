using AiOs.Contracts.Journal;

namespace AiOs.Storage.Conformance.Support;

/// <summary>Compares what holds bytes by those bytes.</summary>
internal static class Same
{
    public static void Commits(IEnumerable<StoredCommit> expected, IEnumerable<StoredCommit> actual) =>
        Assert.Equal(expected.Select(Key), actual.Select(Key));

    public static void Projections(Projections expected, Projections actual)
    {
        Assert.Equal(expected.WorkItems, actual.WorkItems);
        Assert.Equal(expected.Approvals, actual.Approvals);
        Assert.Equal(expected.Records, actual.Records);
        Assert.Equal(expected.Ledger, actual.Ledger);
    }

    private static (StoredCommit Columns, string Bytes) Key(StoredCommit commit) =>
        (commit with { Bytes = default }, Convert.ToBase64String(commit.Bytes.Span));
}
