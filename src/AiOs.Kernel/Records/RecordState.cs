using System.Collections.Immutable;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Kernel.Journal;

namespace AiOs.Kernel.Records;

/// <summary>One Record, folded from its stream.</summary>
internal sealed record RecordState : Aggregate
{
    public required RecordId Id { get; init; }

    public ImmutableDictionary<string, RecordField> Fields { get; init; } = ImmutableDictionary<string, RecordField>.Empty;

    public RecordSnapshot Snapshot => new(Id, Version, Fields);

    public override Aggregate Apply(JournalEvent happened, DateTimeOffset at) =>
        happened is RecordWritten { Personal: { } values } ? this with { Fields = Fields.SetItems(values.Fields).RemoveRange(values.Removed ?? []) } : this;
}
