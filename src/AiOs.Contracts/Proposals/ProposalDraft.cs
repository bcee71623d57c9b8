using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Proposals;

/// <summary>A proposal as an agent returns it.</summary>
public sealed record ProposalDraft
{
    /// <summary>What it would do, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Why, one short clause each.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>How sure the agent is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>What it would do, in order. May be empty where there is only a question, or nothing to do.</summary>
    public IReadOnlyList<EffectDraft> Effects { get; init; } = [];

    /// <summary>What the operator must tell for a better one, as one clear question. Asked beside the effects, or alone.</summary>
    public string? Question { get; init; }

    /// <summary>A fact that is needed and that no Record has. Takes the place of <see cref="Question"/>.</summary>
    public MissingFact? Missing { get; init; }
}
