using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Journal;

/// <summary>One commit, opened, for those who work something out of the journal.</summary>
/// <param name="Position">Its place in the workspace.</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its place in the stream.</param>
/// <param name="Events">What happened; personal parts are missing where their subject was forgotten.</param>
public sealed record FeedCommit(long Position, DateTimeOffset At, StreamId Stream, long Version, IReadOnlyList<JournalEvent> Events);
