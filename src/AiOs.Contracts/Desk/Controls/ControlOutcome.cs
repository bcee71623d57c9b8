namespace AiOs.Contracts.Desk;

/// <summary>What came of a command.</summary>
/// <param name="Accepted">Whether it did something.</param>
/// <param name="Sentence">What it did, or why it did nothing, in one sentence.</param>
/// <param name="Line">Where a text that was refused is wrong, counted from 1.</param>
public sealed record ControlOutcome(bool Accepted, string Sentence, int? Line = null);
