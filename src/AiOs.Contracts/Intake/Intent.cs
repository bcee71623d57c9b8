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
}
