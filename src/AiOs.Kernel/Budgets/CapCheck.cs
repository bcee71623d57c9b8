using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets;

/// <summary>Holds one amount against every cap that limits it.</summary>
/// <param name="Subject">The money in a few words: <c>Spending</c> or <c>Model money</c>.</param>
/// <param name="Preposition">What joins it to its purpose.</param>
/// <param name="Used">What counts against a cap now.</param>
internal sealed record CapCheck(string Subject, string Preposition, Func<CapLine, Int128> Used)
{
    /// <summary>A cap that it does not fit under comes before one that it cannot be counted against.</summary>
    public BudgetAnswer Fit(string? of, Money cost, IReadOnlyList<CapLine> caps)
    {
        if (cost.Minor == 0)
        {
            return new BudgetAnswer.Fits();
        }

        BudgetAnswer answer = new BudgetAnswer.Fits();
        foreach (var cap in caps.Where(cap => cap.Limits(of)))
        {
            if (cost.Minor < 0 || cost.Currency != cap.Most.Currency)
            {
                answer = answer is BudgetAnswer.Fits ? Uncounted(cap, cost) : answer;
            }
            else if (Used(cap) + cost.Minor > cap.Most.Minor)
            {
                return Over(cap, cost);
            }
        }

        return answer;
    }

    private BudgetAnswer.Over Over(CapLine cap, Money cost) => new(
        cap.Name,
        $"{Name(cap)} is capped at {cap.Most} a {Word(cap)}; {Amounts.Of(Used(cap), cap.Most.Currency)} are spent or reserved and this would add {cost}.");

    private BudgetAnswer.Uncounted Uncounted(CapLine cap, Money cost) => new(
        cap.Name,
        $"{Name(cap)} is capped at {cap.Most} a {Word(cap)}; {cost} cannot be counted against that.");

    private string Name(CapLine cap) => cap.Of is null ? Subject : $"{Subject} {Preposition} {cap.Of}";

    private static string Word(CapLine cap) => cap.Period is CapPeriod.Day ? "day" : "month";
}
