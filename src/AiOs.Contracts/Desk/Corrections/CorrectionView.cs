using System.Globalization;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Desk;

/// <summary>One correction for people.</summary>
/// <param name="Number">Names it; what is taken back is named by it.</param>
/// <param name="At">When it was said, UTC.</param>
/// <param name="Kind"><c>category</c>, <c>edit</c>, <c>rejection</c>, <c>fact</c> or <c>preference</c>.</param>
/// <param name="Sentence">What was put right, in one sentence.</param>
/// <param name="Source">Where it was learned.</param>
public sealed record CorrectionView(long Number, DateTimeOffset At, string Kind, string Sentence, StreamId Source)
{
    /// <summary>Whether it says how drafts are wanted from now on, rather than what was wrong once.</summary>
    public bool IsPreference => Kind == "preference";

    /// <summary>What people call it: the number, of a preference with <c>p-</c> before it.</summary>
    public string Name => (IsPreference ? "p-" : string.Empty) + Number.ToString(CultureInfo.InvariantCulture);
}
