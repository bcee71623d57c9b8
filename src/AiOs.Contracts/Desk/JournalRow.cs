using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Desk;

/// <summary>One commit for people: only what stands in clear.</summary>
/// <param name="Position">Its position.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">The stream's version.</param>
/// <param name="Types">The types of its events.</param>
/// <param name="Hash">Its hash.</param>
public sealed record JournalRow(long Position, DateTimeOffset At, StreamId Stream, long Version, IReadOnlyList<string> Types, Digest Hash);
