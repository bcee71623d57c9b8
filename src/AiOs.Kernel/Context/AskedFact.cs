using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Grounding;
using AiOs.Kernel.Records;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Context;

/// <summary>A fact that is missing: the field of a Record.</summary>
/// <param name="Record">Which Record is to hold it.</param>
/// <param name="Field">Which field.</param>
/// <param name="Kind">What an answer must hold to be kept.</param>
/// <param name="AskedBy">The other work item that asked for it; nothing where this one did.</param>
internal sealed record AskedFact(RecordId Record, string Field, SensitiveKind? Kind, WorkItemId? AskedBy)
{
    /// <summary>Whether there is no need to wait any more: the fact is known, or whoever asked no longer waits for an answer.</summary>
    public bool IsOver(Surroundings around) => IsKnown(around) || (AskedBy is { } other
        && around.Others.GetValueOrDefault(StreamId.Of(other)) is WorkItem asker
        && !(asker.Ended is null && asker.Asks is { AskedBy: null } asks && asks.Record == Record && asks.Field == Field));

    /// <summary>What a mail once said is not known.</summary>
    public bool IsKnown(Surroundings around) => around.Find(Record) is { } record && IsKnownTo(record, Field);

    public static bool IsKnownTo(RecordState record, string field) => record.Fields.TryGetValue(field, out var value) && Passages.IsConfirmed(value);
}
