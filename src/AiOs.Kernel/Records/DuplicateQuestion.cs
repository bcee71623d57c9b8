using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Records;

/// <summary>Two Records that may be about the same. Asked, never merged by itself.</summary>
/// <param name="First">The one that would stay.</param>
/// <param name="Second">The one that would give way.</param>
/// <param name="Reason">What they share, as a clause.</param>
internal sealed record DuplicateQuestion(RecordId First, RecordId Second, string Reason)
{
    public string Sentence => $"{First} and {Second} may be the same: {Reason}. If they are, say “merge {Second} into {First}”.";
}
