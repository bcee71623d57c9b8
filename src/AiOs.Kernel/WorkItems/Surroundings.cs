using System.Collections.Frozen;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Records;

namespace AiOs.Kernel.WorkItems;

/// <summary>All that the next step depends on beside the work item itself, as it is at one position of the journal.</summary>
internal sealed record Surroundings
{
    /// <summary>The moment, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The operator's time zone.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Which start of which host asks.</summary>
    public required string Incarnation { get; init; }

    /// <summary>Whether no other live host shares the store, so that an attempt of another incarnation is known to be over.</summary>
    public bool Alone { get; init; }

    /// <summary>Which incarnations that share the store are out of reach, most likely for good.</summary>
    public IReadOnlySet<string> Gone { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Whether nothing may run at present.</summary>
    public bool Frozen { get; init; }

    public required PolicyInForce Policy { get; init; }

    public WorkspaceLedger Ledger { get; init; } = new();

    /// <summary>The Records that the work item cites.</summary>
    public IReadOnlyDictionary<StreamId, Aggregate> Others { get; init; } = new Dictionary<StreamId, Aggregate>();

    public DateTimeOffset Local => TimeZoneInfo.ConvertTime(Now, Zone);

    public RecordState? Find(RecordId record) => Others.GetValueOrDefault(StreamId.Of(record)) as RecordState;
}
