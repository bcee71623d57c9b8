using AiOs.Agents.Intake.Extraction.Dates.Clocks;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>A day, a time or both, as they stand in a text.</summary>
/// <param name="From">Its first token.</param>
/// <param name="Next">The token after it.</param>
/// <param name="Day">The day; nothing where only a time was said.</param>
/// <param name="Clock">The time of day; nothing where none was said.</param>
/// <param name="Limit">Whether it is a deadline.</param>
/// <param name="Zone">The time zone in force for it.</param>
internal sealed record MomentHit(int From, int Next, DateOnly? Day, TimeHit? Clock, bool Limit, TimeZoneInfo Zone)
{
    /// <summary>Whether the words say about when only, so that no day is to be made a field of.</summary>
    public bool Rough { get; init; }

    /// <summary>Whether only a day of the month was said.</summary>
    public bool Alone { get; init; }

    /// <summary>Whether only a day of the week was said.</summary>
    public bool Weekday { get; init; }

    /// <summary>The day that is meant where the other end of a range says more than its own words: <c>from the 1st to 7 June</c>.</summary>
    public DateOnly? Meant { get; init; }

    /// <summary>Whether it was told from the moment of writing: <c>in two hours</c>.</summary>
    public bool Counted { get; init; }
}
