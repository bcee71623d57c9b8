namespace AiOs.Agents.Intake.Extraction.Dates.Clocks;

/// <summary>A clock as it was said, before it is known which half of the day it means.</summary>
/// <param name="Hour">0 to 24, as said.</param>
/// <param name="Minute">Minutes after that hour; less than 0 before it: <c>quarter to nine</c> is 9 and -15.</param>
/// <param name="Next">The token after it.</param>
/// <param name="Half">The half of the day where that was said.</param>
/// <param name="Sure">Whether it can be nothing but a time of day.</param>
/// <param name="Full">Whether hours of the whole day are counted: <c>10 Uhr</c>.</param>
/// <param name="Spoken">Whether it was said in a way that counts twelve hours only: <c>half past six</c>.</param>
internal readonly record struct Clock(
    int Hour, int Minute, int Next, DayHalf Half = DayHalf.None, bool Sure = false, bool Full = false, bool Spoken = false)
{
    /// <summary>The time of day; nothing where there is no such time.</summary>
    /// <param name="said">The half of the day.</param>
    /// <returns>The time.</returns>
    public TimeOnly? At(DayHalf said)
    {
        var hour = said switch
        {
            DayHalf.Morning when Hour <= 12 => Hour % 12,
            DayHalf.Afternoon when Hour <= 12 => (Hour % 12) + 12,
            DayHalf.Night when Hour == 12 => 0,
            DayHalf.Night when Hour is > 5 and < 12 => Hour + 12,
            DayHalf.Morning => 24,
            _ => Hour,
        };
        hour = hour == 24 && said == DayHalf.None && Minute != 0 ? 0 : hour;
        return hour < 24 && Minute is > -60 and < 60 ? new TimeOnly(hour, 0).AddMinutes(Minute) : null;
    }
}
