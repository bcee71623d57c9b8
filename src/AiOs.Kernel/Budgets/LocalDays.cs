namespace AiOs.Kernel.Budgets;

/// <summary>Days and months as the operator's calendar has them.</summary>
internal static class LocalDays
{
    /// <summary>The day of a moment that is already in the operator's time zone.</summary>
    public static DateOnly Day(this DateTimeOffset local) => new(local.Year, local.Month, local.Day);

    public static DateOnly FirstOfMonth(this DateOnly day) => new(day.Year, day.Month, 1);

    public static DateOnly LastOfMonth(this DateOnly day) => day is { Year: 9999, Month: 12 }
        ? DateOnly.MaxValue
        : day.FirstOfMonth().AddMonths(1).AddDays(-1);
}
