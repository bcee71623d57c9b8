using System.Globalization;
using AiOs.Agents.Intake.Extraction;

namespace AiOs.Agents.Tests.Intake.Extraction;

internal static class Spoken
{
    /// <summary>The days, times and amounts of a text in one line, as told on Monday, 23 November 2026 at 9:00.</summary>
    public static string Values(string text)
    {
        var values = TextValues.Read(text, Some.Monday, Some.Berlin, "EUR");
        return string.Join(' ', values.Dates.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Concat(values.Times.Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture))).Concat(values.Amounts.Select(money => money.ToString())));
    }
}
