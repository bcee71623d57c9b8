using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;

namespace AiOs.Kernel.Journal;

/// <summary>
/// Collects commits that are to be made durable together. Each is decided on the state that the ones before it leave,
/// so that what is decided together is as serial as what is decided apart.
/// </summary>
internal sealed class JournalBatcher(CommitWriter writer, AggregateCache cache, JournalHead head, WorkspaceLedger ledger, TimeZoneInfo zone, DateTimeOffset now)
{
    private readonly long _start = head.Position;
    private readonly List<StoredCommit> _commits = [];
    private readonly List<StoredKey> _keys = [];
    private readonly List<PersonLink> _links = [];
    private readonly List<ApprovalRow> _approvals = [];
    private readonly Dictionary<StreamId, AggregateCache.Entry> _states = [];
    private readonly Dictionary<string, StreamId> _dedupes = [];

    public JournalHead Head { get; private set; } = head;

    /// <summary>The ledger after everything that was added.</summary>
    public WorkspaceLedger Ledger { get; private set; } = ledger;

    /// <summary>The last commit; nothing while there is none.</summary>
    public StoredCommit? Last => _commits is [.., var last] ? last : null;

    public bool IsEmpty => _commits.Count == 0;

    public IEnumerable<AggregateCache.Entry> States => _states.Values;

    public StreamId? FindDedupe(string dedupe) => _dedupes.TryGetValue(dedupe, out var stream) ? stream : null;

    public AggregateCache.Entry? Find(StreamId stream) =>
        _states.TryGetValue(stream, out var entry) || cache.TryGet(stream, out entry) ? entry : null;

    public AppendResult Add(AppendRequest request, AggregateCache.Entry entry, IReadOnlyDictionary<StreamId, Aggregate> others, Func<StreamKey> newKey, CommitId id)
    {
        var events = request.Decide(new Standpoint(entry.State, Ledger, others, now));
        if (events.Count == 0)
        {
            return new AppendResult.Nothing(entry.State);
        }

        var key = entry.State.Version > 0 ? entry.Key : KeyOfNewStream(request, events, newKey);
        var commit = new Commit(Head.Position + 1, id, now, request.Stream, entry.State.Version + 1, request.Cause, request.Dedupe, events);
        var stored = writer.Write(commit, Head.Hash, key);
        if (entry.State.Version == 0 && key is not null)
        {
            _keys.Add(key.Stored);
        }

        Take(request, commit, stored);
        var after = entry.State.Apply(commit);
        _states[request.Stream] = new AggregateCache.Entry(after, key);
        return new AppendResult.Appended(commit.Position, events, after);
    }

    public JournalBatch Build() => new(_commits, _keys, _links, ProjectionRows.Of(_states.Values.Select(entry => entry.State), _approvals, Snapshot()));

    private LedgerRow? Snapshot() => Head.Position / LedgerKeeper.SnapshotEvery > _start / LedgerKeeper.SnapshotEvery
        ? new LedgerRow(Ledger.Position, LedgerKeeper.TextOf(Ledger))
        : null;

    private static StreamKey? KeyOfNewStream(AppendRequest request, IReadOnlyList<JournalEvent> events, Func<StreamKey> newKey) =>
        request.Key ?? (events.Any(happened => happened.PersonalPart is not null) ? newKey() : null);

    private void Take(AppendRequest request, Commit commit, StoredCommit stored)
    {
        _commits.Add(stored);
        Head = new JournalHead(stored.Position, stored.Hash);
        Ledger = Ledger.Apply(commit, zone);
        foreach (var person in request.People)
        {
            _links.Add(new PersonLink(person, request.Stream));
        }

        if (request.Dedupe is not null)
        {
            _dedupes.Add(request.Dedupe, request.Stream);
        }

        _approvals.AddRange(ProjectionRows.ApprovalsIn(commit));
    }
}
