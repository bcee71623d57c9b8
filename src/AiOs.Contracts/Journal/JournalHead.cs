using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Journal;

/// <summary>Where the journal ends.</summary>
/// <param name="Position">The last position; 0 for an empty journal.</param>
/// <param name="Hash">The hash there; zeros for an empty journal.</param>
public sealed record JournalHead(long Position, Digest Hash);
