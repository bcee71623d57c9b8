namespace AiOs.Contracts.Approvals;

/// <summary>What is done when nobody answered by then.</summary>
/// <param name="By">A short stable word: <c>reminder</c>, <c>other-channel</c> or <c>digest</c>.</param>
/// <param name="At">When, UTC.</param>
public sealed record LadderRung(string By, DateTimeOffset At);
