using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets;

/// <summary>What was set aside for one effect.</summary>
/// <param name="First">The first attempt it is for.</param>
/// <param name="Last">The last attempt it is for: a keyed effect is sent again on the same money.</param>
/// <param name="Amount">How much, never below zero.</param>
/// <param name="Spend">What for.</param>
/// <param name="Day">On which day; it counts in that day and month, whenever it is spent.</param>
/// <param name="Open">Whether it is set aside now. One that was let go is remembered, since its effect may turn out to have happened.</param>
internal sealed record Reservation(int First, int Last, Money Amount, string? Spend, DateOnly Day, bool Open)
{
    public bool Covers(int attempt) => First <= attempt && attempt <= Last;
}
