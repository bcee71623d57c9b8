namespace AiOs.Contracts.Journal;

/// <summary>Commits that are made durable together, in order, with all that belongs to them.</summary>
/// <param name="Commits">The commits; positions follow on each other and on the head.</param>
/// <param name="Keys">The data keys of streams that begin here.</param>
/// <param name="Links">Which people the commits are about.</param>
/// <param name="Projections">The rows that change.</param>
public sealed record JournalBatch(IReadOnlyList<StoredCommit> Commits, IReadOnlyList<StoredKey> Keys, IReadOnlyList<PersonLink> Links, Projections Projections);
