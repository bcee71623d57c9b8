using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets;

/// <summary>The most that may be spent in a day or a month.</summary>
/// <param name="Name">The cap's name in the policy.</param>
/// <param name="Of">What it caps: a category of business money such as <c>ads</c>, or the agent where it caps model money; nothing for all together.</param>
/// <param name="Period">How long it counts.</param>
/// <param name="Most">The most, in minor units. Only money of the same currency can be counted against it.</param>
internal sealed record CapLine(string Name, string? Of, CapPeriod Period, Money Most)
{
    /// <summary>Whether it limits what money is spent on.</summary>
    public bool Limits(string? of) => Of is null || Of == of;

    /// <summary>Whether a day belongs to the period that counts now.</summary>
    public bool Spans(DateOnly day, DateOnly today) =>
        Period is CapPeriod.Day ? day == today : day.Year == today.Year && day.Month == today.Month;

    /// <summary>Whether money set aside on a day counts against it now.</summary>
    public bool Counts(DateOnly day, string? of, string currency, DateOnly today) =>
        Limits(of) && currency == Most.Currency && Spans(day, today);
}
