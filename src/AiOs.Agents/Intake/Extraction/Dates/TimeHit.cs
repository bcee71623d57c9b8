namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>A time of day that was read.</summary>
/// <param name="Time">The time; nothing where it may be morning or afternoon.</param>
/// <param name="Next">The token after it.</param>
/// <param name="Notice">What is odd about it.</param>
internal readonly record struct TimeHit(TimeOnly? Time, int Next, string? Notice = null);
