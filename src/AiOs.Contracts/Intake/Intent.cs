using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Intake;

/// <summary>What Intake understood of one message.</summary>
public sealed record Intent
{
    /// <summary>The likeliest category.</summary>
    public required Category Category { get; init; }

    /// <summary>How sure that is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>False where the confidence is below what Intake needs: the operator is asked instead of guessing.</summary>
    public required bool Sure { get; init; }

    /// <summary>The values found, in the order they stand in the message.</summary>
    public IReadOnlyList<ExtractedField> Fields { get; init; } = [];

    /// <summary>Why, one short clause each.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The other likely categories, likeliest first.</summary>
    public IReadOnlyList<CategoryScore> Alternatives { get; init; } = [];

    /// <summary>Which agent is to prepare it; nothing for whoever prepares the general case.</summary>
    public AgentName? For { get; init; }

    /// <summary>
    /// Where the message asks for several things, each of them, in the order of its text and without overlap: two or more, or none. Each becomes
    /// a work item of its own.
    /// </summary>
    public IReadOnlyList<IntentPart> Parts { get; init; } = [];
}
