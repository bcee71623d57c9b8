using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets;

/// <summary>Holds one amount against every cap that limits it, in billionths of the minor unit: model money comes in fractions.</summary>
/// <param name="Subject">The money in a few words: <c>Spending</c> or <c>Model money</c>.</param>
/// <param name="Preposition">What joins it to its purpose.</param>
/// <param name="Used">What counts against a cap now, in billionths of the minor unit.</param>
internal sealed record CapCheck(string Subject, string Preposition, Func<CapLine, Int128> Used)
{
    /// <summary>A cap that it does not fit under comes before one that it cannot be counted against.</summary>
    public BudgetAnswer Fit(string? of, Money cost, IReadOnlyList<CapLine> caps) => Fit(of, Amounts.Fine(cost.Minor), cost.Currency, caps);

    /// <summary>The same for an amount in billionths.</summary>
    public BudgetAnswer Fit(string? of, Int128 cost, string currency, IReadOnlyList<CapLine> caps)
    {
        if (cost == 0)
        {
            return new BudgetAnswer.Fits();
        }

        BudgetAnswer answer = new BudgetAnswer.Fits();
        foreach (var cap in caps.Where(cap => cap.Limits(of)))
        {
            if (cost < 0 || currency != cap.Most.Currency)
            {
                answer = answer is BudgetAnswer.Fits ? Uncounted(cap, cost, currency) : answer;
            }
            else if (Used(cap) + cost > Amounts.Fine(cap.Most.Minor))
            {
                return Over(cap, cost);
            }
        }

        return answer;
    }

    private BudgetAnswer.Over Over(CapLine cap, Int128 cost) => new(
        cap.Name,
        $"{Name(cap)} is capped at {cap.Most} a {Word(cap)}; {Amounts.OfFine(Used(cap), cap.Most.Currency)} are spent or reserved and this would add {Amounts.OfFine(cost, cap.Most.Currency)}.");

    private BudgetAnswer.Uncounted Uncounted(CapLine cap, Int128 cost, string currency) => new(
        cap.Name,
        $"{Name(cap)} is capped at {cap.Most} a {Word(cap)}; {Amounts.OfFine(cost, currency)} cannot be counted against that.");

    private string Name(CapLine cap) => cap.Of is null ? Subject : $"{Subject} {Preposition} {cap.Of}";

    private static string Word(CapLine cap) => cap.Period is CapPeriod.Day ? "day" : "month";
}
