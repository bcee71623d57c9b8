namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>A time zone that was read.</summary>
/// <param name="Zone">The zone; one of a fixed offset where the words fix one.</param>
/// <param name="Next">The token after it.</param>
internal readonly record struct ZoneHit(TimeZoneInfo Zone, int Next);
