namespace AiOs.Contracts.Proposals.Splits;

/// <summary>A stretch of a message's own text.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is; 1 or more.</param>
public sealed record WorkPart(int Start, int Length);
