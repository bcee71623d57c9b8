namespace AiOs.Contracts.Journal;

/// <summary>One commit with all that has to become durable with it, so that a store may keep it as one row or one document.</summary>
/// <param name="Commit">The commit.</param>
public sealed record JournalEntry(StoredCommit Commit)
{
    /// <summary>The data key of its stream, where the stream begins here and holds personal data.</summary>
    public StoredKey? Key { get; init; }

    /// <summary>Which people the commit is about.</summary>
    public IReadOnlyList<PersonLink> Links { get; init; } = [];

    /// <summary>The rows that change, as they are after this commit.</summary>
    public Projections Projections { get; init; } = Projections.None;
}
