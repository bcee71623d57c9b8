using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Desk;

/// <summary>One correction for people.</summary>
/// <param name="Number">Names it; what is taken back is named by it.</param>
/// <param name="At">When it was said, UTC.</param>
/// <param name="Kind"><c>category</c>, <c>edit</c>, <c>rejection</c> or <c>fact</c>.</param>
/// <param name="Sentence">What was put right, in one sentence.</param>
/// <param name="Source">Where it was learned.</param>
public sealed record CorrectionView(long Number, DateTimeOffset At, string Kind, string Sentence, StreamId Source);
