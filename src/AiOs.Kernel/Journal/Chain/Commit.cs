using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Journal.Chain;

/// <summary>One commit, opened.</summary>
/// <param name="Position">Its place in the workspace.</param>
/// <param name="Id">Its id.</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its place in the stream.</param>
/// <param name="Cause">What brought it about.</param>
/// <param name="Dedupe">Keyed hash of what makes a repeat the same.</param>
/// <param name="Events">What happened.</param>
internal sealed record Commit(long Position, CommitId Id, DateTimeOffset At, StreamId Stream, long Version, string Cause, string? Dedupe, IReadOnlyList<JournalEvent> Events);
