using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Desk;

/// <summary>A stretch of the journal, newest first, for people.</summary>
/// <param name="Head">The last position.</param>
/// <param name="HeadHash">The hash at the head.</param>
/// <param name="Rows">The commits.</param>
public sealed record JournalPage(long Head, Digest HeadHash, IReadOnlyList<JournalRow> Rows);
