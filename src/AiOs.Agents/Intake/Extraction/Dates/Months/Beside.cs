namespace AiOs.Agents.Intake.Extraction.Dates.Months;

/// <summary>What stands beside the name of a month: short names are words of other kinds as well.</summary>
internal enum Beside
{
    None,

    /// <summary>A number, which may be one of other things.</summary>
    Number,

    /// <summary>A day of the month: <c>5th</c>, <c>5 of</c>.</summary>
    Day,
}
