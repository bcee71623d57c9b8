namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>A day that was read.</summary>
/// <param name="Day">The day; nothing where the words have two readings.</param>
/// <param name="Next">The token after it.</param>
/// <param name="Notice">What is odd about it, for the operator.</param>
/// <param name="Weekday">Whether only a day of the week was said.</param>
/// <param name="Alone">Whether only a day of the month was said.</param>
/// <param name="Rough">Whether the words say about when only: <c>two years ago</c>.</param>
/// <param name="Limit">Whether its own words make it a deadline: <c>within 14 days</c>.</param>
internal readonly record struct DayHit(DateOnly? Day, int Next, string? Notice = null, bool Limit = false, bool Rough = false, bool Weekday = false,
    bool Alone = false);
