namespace AiOs.Agents.Intake.Extraction.Dates.Clocks;

/// <summary>Which part of the day was said, and so which of its two readings an hour has.</summary>
internal enum DayHalf
{
    None,

    /// <summary>Before noon.</summary>
    Morning,

    /// <summary>After noon, in the evening too.</summary>
    Afternoon,

    /// <summary>The late hours before midnight and the small ones after it.</summary>
    Night,
}
