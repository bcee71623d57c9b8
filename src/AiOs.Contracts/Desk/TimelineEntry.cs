namespace AiOs.Contracts.Desk;

/// <summary>One event of a work item, for people.</summary>
/// <param name="Position">The commit's position in the journal.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Type">The event's type, such as <c>approval-granted</c>.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Detail">More about it, or nothing.</param>
public sealed record TimelineEntry(long Position, DateTimeOffset At, string Type, string Title, string? Detail);
