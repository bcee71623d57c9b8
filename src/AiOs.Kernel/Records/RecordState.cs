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

    /// <summary>What was written last, whenever it holds.</summary>
    public ImmutableDictionary<string, RecordField> Fields { get; init; } = ImmutableDictionary<string, RecordField>.Empty;

    /// <summary>What each version changed, the first one first.</summary>
    public ImmutableList<RecordChange> History { get; init; } = [];

    /// <summary>The Record that this one was merged into.</summary>
    public RecordId? Into { get; init; }

    /// <summary>Whether some value holds for a time that somebody named.</summary>
    public bool HasTimes { get; init; }

    /// <summary>What holds at a moment. A merged Record says nothing any more: the one that stayed does.</summary>
    public IReadOnlyDictionary<string, RecordField> FieldsAt(DateTimeOffset moment) =>
        Into is not null ? ImmutableDictionary<string, RecordField>.Empty : HasTimes ? RecordHistory.AsOf(History, moment) : Fields;

    public RecordSnapshot At(DateTimeOffset moment) => new(Id, Version, FieldsAt(moment));

    public override Aggregate Apply(JournalEvent happened, DateTimeOffset at) => happened switch
    {
        RecordWritten written => Write(written, at),
        RecordMerged merged => this with { Into = merged.Into, History = History.Add(new RecordChange { Version = merged.Version, At = at, Effect = merged.Effect, Into = merged.Into }) },
        RecordUnmerged apart => this with { Into = null, History = History.Add(new RecordChange { Version = apart.Version, At = at, Effect = apart.Effect, Apart = true }) },
        _ => this,
    };

    private RecordState Write(RecordWritten written, DateTimeOffset at)
    {
        var change = new RecordChange { Version = written.Version, At = at, Effect = written.Effect, Source = written.Source };
        if (written.Personal is not { } values)
        {
            return this with { History = History.Add(change with { Forgotten = true }) };
        }

        change = change with { Fields = values.Fields, Removed = values.Removed ?? [], ValidFrom = values.ValidFrom, ValidTo = values.ValidTo, Reason = values.Reason };
        return this with
        {
            Fields = RecordHistory.With(Fields, change),
            History = History.Add(change),
            HasTimes = HasTimes || change.ValidFrom is not null || change.ValidTo is not null,
        };
    }
}
