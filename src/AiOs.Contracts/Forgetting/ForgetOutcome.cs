namespace AiOs.Contracts.Forgetting;

/// <summary>What was found about somebody, or became of it.</summary>
/// <param name="Found">Whether there is anything to forget.</param>
/// <param name="Sentence">In one sentence, for the operator.</param>
public sealed record ForgetOutcome(bool Found, string Sentence)
{
    /// <summary>How many streams of work items.</summary>
    public int WorkItems { get; init; }

    /// <summary>How many Records.</summary>
    public int Records { get; init; }

    /// <summary>How many streams of knowledge and messages.</summary>
    public int Others { get; init; }

    /// <summary>How many of the streams were not linked to the person and were found by their words alone.</summary>
    public int Unlinked { get; init; }

    /// <summary>How many files beside the stores were taken away.</summary>
    public int Files { get; init; }

    /// <summary>Copies that were written before and still hold everything.</summary>
    public IReadOnlyList<KnownCopy> OlderCopies { get; init; } = [];

    /// <summary>What the operator has to look at, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>All streams.</summary>
    public int Streams => WorkItems + Records + Others;
}
