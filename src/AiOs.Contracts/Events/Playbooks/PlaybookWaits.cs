using AiOs.Contracts.Approvals;

namespace AiOs.Contracts.Events;

/// <summary>A run of a playbook rests at a step.</summary>
/// <param name="Step">Which step, counted from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Of">How many steps there are.</param>
/// <param name="Until">When the rest is over at the latest, UTC.</param>
/// <param name="ForReply">Whether an answer to one of its mails ends it.</param>
/// <param name="Watched">The Records that may end it; it is looked at anew when one of them changes.</param>
public sealed record PlaybookWaits(int Step, string Name, int Of, DateTimeOffset Until, bool ForReply, IReadOnlyList<RecordVersion> Watched) : JournalEvent
{
    /// <summary>When to look anew although no Record changed, since a day that was named may have come, UTC.</summary>
    public DateTimeOffset? LookAt { get; init; }
}
