namespace AiOs.Contracts.Records.Owners;

/// <summary>What an outside system said when it was read.</summary>
/// <param name="Reports">What it says of Records; a system that tells changes says those since the cursor, any other one says all.</param>
/// <param name="Cursor">Where to read on the next time, at most 4,096 characters; nothing where it is always read whole.</param>
/// <param name="More">Whether there is more to read at once.</param>
public sealed record OutsideReading(IReadOnlyList<RecordReport> Reports, string? Cursor, bool More);
