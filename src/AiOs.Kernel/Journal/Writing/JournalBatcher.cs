using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;

namespace AiOs.Kernel.Journal.Writing;

/// <summary>
/// Collects commits that are to be made durable together. Each is decided on the state that the ones before it leave,
/// so that what is decided together is as serial as what is decided apart.
/// </summary>
internal sealed class JournalBatcher(CommitWriter writer, PeopleIn people, AggregateCache cache, JournalHead head, WorkspaceLedger ledger, TimeZoneInfo zone, DateTimeOffset now)
{
    private readonly long _start = head.Position;
    private readonly List<JournalEntry> _entries = [];
    private readonly Dictionary<StreamId, AggregateCache.Entry> _states = [];
    private readonly Dictionary<string, StreamId> _dedupes = [];

    public JournalHead Head { get; private set; } = head;

    /// <summary>The ledger after everything that was added.</summary>
    public WorkspaceLedger Ledger { get; private set; } = ledger;

    /// <summary>The commits, in order.</summary>
    public IReadOnlyList<JournalEntry> Entries => _entries;

    public bool IsEmpty => _entries.Count == 0;

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
        events = entry.State.Version > 0 && key is null ? WithoutPersonal(events) : events;
        var commit = new Commit(Head.Position + 1, id, now, request.Stream, entry.State.Version + 1, request.Cause, request.Dedupe, events);
        var stored = writer.Write(commit, Head.Hash, key);
        var after = entry.State.Apply(commit);
        Take(request, commit, new JournalEntry(stored)
        {
            Key = entry.State.Version == 0 ? key?.Stored : null,
            Links = people.LinksOf(commit),
            Projections = ProjectionRows.Of([after], [.. ProjectionRows.ApprovalsIn(commit)], ledger: null),
        });
        _states[request.Stream] = new AggregateCache.Entry(after, key);
        return new AppendResult.Appended(commit.Position, events, after);
    }

    /// <summary>The batch as it is written; the ledger's snapshot, where one is due, goes with the last commit.</summary>
    public JournalBatch Build()
    {
        if (Snapshot() is { } snapshot)
        {
            _entries[^1] = _entries[^1] with { Projections = _entries[^1].Projections with { Ledger = snapshot } };
        }

        return new JournalBatch(_entries);
    }

    private LedgerRow? Snapshot() => Head.Position / LedgerKeeper.SnapshotEvery > _start / LedgerKeeper.SnapshotEvery
        ? new LedgerRow(Ledger.Position, LedgerKeeper.TextOf(Ledger))
        : null;

    private static StreamKey? KeyOfNewStream(AppendRequest request, IReadOnlyList<JournalEvent> events, Func<StreamKey> newKey) =>
        request.Key ?? (events.Any(happened => happened.PersonalPart is not null) ? newKey() : null);

    /// <summary>
    /// Of a stream whose key is gone, what still comes in late (the end of an attempt) is kept as a fact without its words:
    /// nothing personal is written to it again, and no outcome or money is lost.
    /// </summary>
    private static IReadOnlyList<JournalEvent> WithoutPersonal(IReadOnlyList<JournalEvent> events) =>
        [.. events.Select(happened => happened.PersonalPart is null ? happened : happened.WithPersonalPart(null))];

    private void Take(AppendRequest request, Commit commit, JournalEntry entry)
    {
        _entries.Add(entry);
        Head = new JournalHead(entry.Commit.Position, entry.Commit.Hash);
        Ledger = Ledger.Apply(commit, zone);
        if (request.Dedupe is not null)
        {
            _dedupes.Add(request.Dedupe, request.Stream);
        }
    }
}
