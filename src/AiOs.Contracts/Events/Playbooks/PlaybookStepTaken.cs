using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A run of a playbook came to a step that does or asks something; what it proposes stands in the same commit.</summary>
/// <param name="Step">Which step, counted from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Of">How many steps there are.</param>
/// <param name="SkipsNo">Whether a no ends this step only and not the run.</param>
/// <param name="Watched">The Records that it was prepared from; it is prepared anew when one of them changes before it is done.</param>
public sealed record PlaybookStepTaken(int Step, string Name, int Of, bool SkipsNo, IReadOnlyList<RecordVersion> Watched) : JournalEvent
{
    /// <summary>Of a question, until when the answer is awaited, UTC; nothing where it is awaited as long as it takes.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The Record that the step writes, where it writes one; later steps find it under the step's name.</summary>
    public RecordId? Writes { get; init; }
}
