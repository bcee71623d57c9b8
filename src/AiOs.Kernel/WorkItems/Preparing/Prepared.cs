using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;

namespace AiOs.Kernel.WorkItems.Preparing;

/// <summary>What was prepared outside the writer, to be recorded if nothing it rests on has moved since.</summary>
/// <param name="Facts">What happened to the work item.</param>
/// <param name="Read">The Record versions that were read for it.</param>
internal sealed record Prepared(IReadOnlyList<JournalEvent> Facts, IReadOnlyList<RecordVersion> Read)
{
    public static Prepared Nothing { get; } = new([], []);
}
