namespace AiOs.Contracts.Journal;

/// <summary>Commits that are made durable with one write, in order, with all that belongs to each.</summary>
/// <param name="Entries">The commits; positions follow on each other and on the head.</param>
public sealed record JournalBatch(IReadOnlyList<JournalEntry> Entries)
{
    /// <summary>The commits alone.</summary>
    public IReadOnlyList<StoredCommit> Commits { get; } = [.. Entries.Select(entry => entry.Commit)];
}
