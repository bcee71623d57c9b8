using System.Collections.Immutable;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets.Reports;

namespace AiOs.Kernel.Budgets;

/// <summary>
/// All money of the workspace that is capped, folded from its events. Reserved before, settled after.
/// A pure decider; it must be asked and fed at one place in the order of positions, or two could take the same money.
/// </summary>
internal sealed record BudgetLedger
{
    // Two would do for the month and the one before it. The third is room for a clock that once ran ahead.
    private const int MonthsKept = 3;

    public BusinessMoney Business { get; init; } = new();

    public ModelMoney Model { get; init; } = new();

    /// <summary>The first days of the months whose sums are kept.</summary>
    public ImmutableSortedSet<DateOnly> Months { get; init; } = [];

    /// <summary>The last day whose sums are gone; nothing can be set aside up to then.</summary>
    public DateOnly? ClosedThrough { get; init; }

    /// <summary>The ledger after one more event.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="localAt">When it was committed, in the operator's time zone.</param>
    /// <returns>The new ledger.</returns>
    public BudgetLedger Apply(JournalEvent happened, DateTimeOffset localAt)
    {
        var day = localAt.Day();
        var business = Business.Apply(happened, day);
        var model = Model.Apply(happened, day);
        return ReferenceEquals(business, Business) && ReferenceEquals(model, Model)
            ? this
            : (this with { Business = business, Model = model }).Keep(day.FirstOfMonth());
    }

    /// <summary>Whether business money may be set aside now.</summary>
    /// <param name="spend">What for.</param>
    /// <param name="cost">How much.</param>
    /// <param name="local">The moment of the commit that would set it aside, in the operator's time zone.</param>
    /// <param name="caps">The caps on business money in force.</param>
    /// <returns>Whether it fits.</returns>
    public BudgetAnswer Reserve(string? spend, Money cost, DateTimeOffset local, IReadOnlyList<CapLine> caps) =>
        Closed(local) ?? new CapCheck("Spending", "on", cap => Amounts.Fine(Business.Used(cap, local.Day()))).Fit(spend, cost, caps);

    /// <summary>The same for one effect: what is set aside for it already is not counted again.</summary>
    public BudgetAnswer Reserve(EffectId effect, string? spend, Money cost, DateTimeOffset local, IReadOnlyList<CapLine> caps) =>
        Business.Holds(effect) ? new BudgetAnswer.Fits() : Reserve(spend, cost, local, caps);

    /// <summary>Whether model money may be set aside now.</summary>
    /// <param name="agent">Who calls.</param>
    /// <param name="most">The most that the call can cost.</param>
    /// <param name="local">The moment of the commit that would set it aside, in the operator's time zone.</param>
    /// <param name="caps">The caps on model money in force.</param>
    /// <returns>Whether it fits.</returns>
    public BudgetAnswer ReserveModel(AgentName agent, ExactMoney most, DateTimeOffset local, IReadOnlyList<CapLine> caps) =>
        Closed(local) ?? new CapCheck("Model money", "of", cap => Model.Used(cap, local.Day())).Fit(agent.Value, most.Billionths, most.Currency, caps);

    /// <summary>How far caps on business money are used.</summary>
    public IReadOnlyList<CapUse> Uses(DateTimeOffset local, IReadOnlyList<CapLine> caps) =>
        [.. caps.Select(cap => Use(cap, Amounts.Fine(Business.Used(cap, local.Day()))))];

    /// <summary>How far caps on model money are used; a fraction of a minor unit is shown as one.</summary>
    public IReadOnlyList<CapUse> ModelUses(DateTimeOffset local, IReadOnlyList<CapLine> caps) =>
        [.. caps.Select(cap => Use(cap, Model.Used(cap, local.Day())))];

    /// <summary>What the operator sees. Money that is still set aside is shown however old it is.</summary>
    public BudgetReport Report(DateTimeOffset local) => new(
        BudgetLine.Per(CapPeriod.Month, Business.Entries()),
        BudgetLine.PerFine(CapPeriod.Day, Model.Entries(local).Where(entry => entry.Day == local.Day())),
        BudgetLine.PerFine(CapPeriod.Month, Model.Entries(local)));

    private BudgetLedger Keep(DateOnly month)
    {
        if (Months.Contains(month) || month <= ClosedThrough)
        {
            return this;
        }

        var months = Months.Add(month);
        if (months.Count <= MonthsKept)
        {
            return this with { Months = months };
        }

        var closed = months.Min.LastOfMonth();
        return new BudgetLedger { Business = Business.After(closed), Model = Model.After(closed), Months = months.Remove(months.Min), ClosedThrough = closed };
    }

    private BudgetAnswer.Over? Closed(DateTimeOffset local) => local.Day() <= ClosedThrough
        ? new BudgetAnswer.Over("closed", $"The books up to {ClosedThrough:yyyy-MM-dd} are closed, so money can no longer be counted there. Check the clock of this machine.")
        : null;

    private static CapUse Use(CapLine cap, Int128 used) => new(cap, Amounts.OfFine(used, cap.Most.Currency), used > Amounts.Fine(cap.Most.Minor));
}
