namespace AiOs.Kernel.Budgets;

/// <summary>Whether money may be set aside.</summary>
internal abstract record BudgetAnswer
{
    private BudgetAnswer()
    {
    }

    /// <summary>It fits under every cap.</summary>
    internal sealed record Fits : BudgetAnswer;

    /// <summary>It does not fit.</summary>
    /// <param name="Cap">The name of the cap.</param>
    /// <param name="Sentence">The cap, what is used of it and what would be added.</param>
    internal sealed record Over(string Cap, string Sentence) : BudgetAnswer;

    /// <summary>It cannot be counted against a cap, so the operator has to say so.</summary>
    /// <param name="Cap">The name of the cap.</param>
    /// <param name="Sentence">Why not.</param>
    internal sealed record Uncounted(string Cap, string Sentence) : BudgetAnswer;
}
