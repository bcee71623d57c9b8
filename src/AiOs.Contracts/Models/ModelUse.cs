using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Models;

/// <summary>What became of one call of a model.</summary>
/// <param name="Cost">What it cost; 0 where nothing was used, and all that was set aside where that is not known.</param>
/// <param name="Outcome">One word: <c>answered</c>, <c>unusable</c>, <c>refused</c>, <c>failed</c>, <c>timed-out</c>, <c>cut-off</c>.</param>
public sealed record ModelUse(ExactMoney Cost, string Outcome)
{
    /// <summary>The tokens of the question as the server counted them; nothing where it did not say.</summary>
    public long? InputTokens { get; init; }

    /// <summary>The tokens of the answer as the server counted them; nothing where it did not say.</summary>
    public long? OutputTokens { get; init; }
}
