using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Digests.Counting;

/// <summary>What happened in a window, counted from its events: exact to the count and to the minor unit.</summary>
internal sealed record DigestTally
{
    /// <summary>How many messages came in from people, whatever became of them.</summary>
    public int CameIn { get; init; }

    /// <summary>Every effect that happened, in the order of positions.</summary>
    public IReadOnlyList<DoneEffect> Done { get; init; } = [];

    public int Approved { get; init; }

    public int Rejected { get; init; }

    /// <summary>How many questions ended without an answer.</summary>
    public int Expired { get; init; }

    /// <summary>What effects spent, one amount a currency.</summary>
    public IReadOnlyList<Money> Out { get; init; } = [];

    /// <summary>What was paid to the operator as Records say, one amount a currency.</summary>
    public IReadOnlyList<Money> In { get; init; } = [];

    /// <summary>What the operator paid as Records say, beside what effects spent.</summary>
    public IReadOnlyList<Money> Bills { get; init; } = [];

    /// <summary>How many invoices of the operator's own were marked as paid.</summary>
    public int InvoicesPaid { get; init; }

    /// <summary>How many bills were marked as paid.</summary>
    public int BillsPaid { get; init; }

    /// <summary>How many of both name no amount.</summary>
    public int WithoutAmount { get; init; }

    public IReadOnlyList<ModelCost> Models { get; init; } = [];

    /// <summary>The causes, the most frequent first.</summary>
    public IReadOnlyList<FailureCount> Failures { get; init; } = [];

    public int Failed => Failures.Sum(one => one.Count);
}
