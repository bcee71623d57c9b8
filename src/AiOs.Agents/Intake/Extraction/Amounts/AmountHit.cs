using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Extraction.Amounts;

/// <summary>An amount of money as it stands in a text.</summary>
/// <param name="From">Its first token.</param>
/// <param name="Next">The token after it.</param>
/// <param name="Money">The money.</param>
internal readonly record struct AmountHit(int From, int Next, Money Money);
