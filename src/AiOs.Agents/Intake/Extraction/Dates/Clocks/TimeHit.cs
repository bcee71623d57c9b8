namespace AiOs.Agents.Intake.Extraction.Dates.Clocks;

/// <summary>A time of day that was read.</summary>
/// <param name="Time">The time; as its digits stand where it may be morning or afternoon.</param>
/// <param name="Next">The token after it.</param>
/// <param name="Open">Whether it may be morning or afternoon.</param>
/// <param name="Sure">Whether the words can be nothing but a time of day.</param>
/// <param name="End">The end of a range, where one follows.</param>
/// <param name="Notice">What is odd about it.</param>
internal readonly record struct TimeHit(TimeOnly Time, int Next, bool Open, bool Sure, TimeOnly? End = null, string? Notice = null);
