using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A merge was taken back: the Record stands for itself again, as it was before.</summary>
/// <param name="Record">The Record.</param>
/// <param name="Version">Its version.</param>
/// <param name="Effect">The effect that took the merge back.</param>
public sealed record RecordUnmerged(RecordId Record, long Version, EffectId Effect) : JournalEvent;
