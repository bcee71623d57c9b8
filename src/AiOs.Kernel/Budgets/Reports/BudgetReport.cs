namespace AiOs.Kernel.Budgets.Reports;

/// <summary>What the operator sees of budgets.</summary>
/// <param name="Business">Business money per category and month, for the months that are kept.</param>
/// <param name="ModelToday">Model money of today, per agent.</param>
/// <param name="ModelMonths">Model money per agent and month, for the months that are kept.</param>
internal sealed record BudgetReport(IReadOnlyList<BudgetLine> Business, IReadOnlyList<BudgetLine> ModelToday, IReadOnlyList<BudgetLine> ModelMonths);
