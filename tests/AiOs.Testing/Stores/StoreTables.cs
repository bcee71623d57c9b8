using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;

namespace AiOs.Testing.Stores;

/// <summary>The tables of the store in memory, with the unique keys that every store has.</summary>
public sealed class StoreTables
{
    private readonly HashSet<CommitId> _ids = [];
    private readonly Dictionary<string, StreamId> _dedupes = [];
    private readonly Dictionary<StreamId, List<StoredCommit>> _streams = [];
    private readonly HashSet<PersonLink> _linked = [];
    private readonly Dictionary<string, List<StreamId>> _streamsOf = new(StringComparer.Ordinal);

    /// <summary>The commits by position.</summary>
    public List<StoredCommit> Commits { get; } = [];

    /// <summary>The wrapped keys.</summary>
    public Dictionary<StreamId, StoredKey> Keys { get; } = [];

    /// <summary>Who is linked to what, the oldest of each person first.</summary>
    public IEnumerable<PersonLink> Links => _streamsOf.SelectMany(person => person.Value.Select(stream => new PersonLink(person.Key, stream)));

    /// <summary>The work items.</summary>
    public Dictionary<WorkItemId, WorkItemRow> WorkItems { get; } = [];

    /// <summary>The approvals.</summary>
    public Dictionary<ApprovalId, ApprovalRow> Approvals { get; } = [];

    /// <summary>The Records.</summary>
    public Dictionary<RecordId, RecordRow> Records { get; } = [];

    /// <summary>The newest snapshot of the ledger.</summary>
    public LedgerRow? Ledger { get; private set; }

    /// <summary>Where the journal ends.</summary>
    public JournalHead Head => Commits is [.., var last] ? new JournalHead(last.Position, last.Hash) : new JournalHead(0, Digest.Zero);

    /// <summary>The commits of a stream.</summary>
    /// <param name="stream">Which.</param>
    /// <returns>In order.</returns>
    public IEnumerable<StoredCommit> StreamOf(StreamId stream) => _streams.GetValueOrDefault(stream) ?? [];

    /// <summary>The streams that are linked to a person.</summary>
    /// <param name="person">Keyed hash of whom.</param>
    /// <returns>Newest first.</returns>
    public IEnumerable<StreamId> LinkedTo(string person) => _streamsOf.TryGetValue(person, out var streams) ? streams.AsEnumerable().Reverse() : [];

    /// <summary>The stream that carries a dedupe hash.</summary>
    /// <param name="dedupe">The hash.</param>
    /// <returns>The stream, or nothing.</returns>
    public StreamId? FindDedupe(string dedupe) => _dedupes.TryGetValue(dedupe, out var stream) ? stream : null;

    /// <summary>Keeps a batch, all or nothing.</summary>
    /// <param name="batch">The batch.</param>
    /// <returns>Whether it was new; a batch that is stored already is no error.</returns>
    public bool Append(JournalBatch batch)
    {
        if (batch.Commits is [var first, ..] && first.Position != Head.Position + 1)
        {
            return batch.Commits.All(commit => commit.Position <= Head.Position && Commits[(int)commit.Position - 1].Id == commit.Id)
                ? false
                : throw new PositionTakenException();
        }

        Check(batch);
        foreach (var entry in batch.Entries)
        {
            Add(entry.Commit);
            if (entry.Key is { } key)
            {
                Keys.Add(key.Stream, key);
            }

            foreach (var link in entry.Links.Where(_linked.Add))
            {
                (_streamsOf.TryGetValue(link.Person, out var streams) ? streams : _streamsOf[link.Person] = []).Add(link.Stream);
            }

            Write(entry.Projections);
        }

        return true;
    }

    /// <summary>Destroys keys and what links their streams to people.</summary>
    /// <param name="streams">Whose.</param>
    public void DestroyKeys(IReadOnlyList<StreamId> streams)
    {
        var gone = streams.ToHashSet();
        _linked.RemoveWhere(link => gone.Contains(link.Stream));
        foreach (var linked in _streamsOf.Values)
        {
            linked.RemoveAll(gone.Contains);
        }

        foreach (var stream in streams)
        {
            Keys.Remove(stream);
        }
    }

    /// <summary>Puts another commit in the place of one, as somebody would who edits the file.</summary>
    /// <param name="position">The place.</param>
    /// <param name="commit">What stands there from now on.</param>
    public void Tamper(long position, StoredCommit commit)
    {
        var old = Commits[(int)position - 1];
        Commits[(int)position - 1] = commit;
        var stream = _streams[old.Stream];
        stream[stream.IndexOf(old)] = commit;
    }

    /// <summary>Cuts the tail off, as putting an older copy back does.</summary>
    /// <param name="position">The last position that stays.</param>
    public void CutAfter(long position)
    {
        var kept = Commits.Take((int)position).ToArray();
        Commits.Clear();
        _ids.Clear();
        _dedupes.Clear();
        _streams.Clear();
        foreach (var commit in kept)
        {
            Add(commit);
        }
    }

    /// <summary>Puts rows in the place of every projection.</summary>
    /// <param name="projections">All rows.</param>
    public void Replace(Projections projections)
    {
        WorkItems.Clear();
        Approvals.Clear();
        Records.Clear();
        Ledger = null;
        Write(projections);
    }

    /// <summary>Every projection row.</summary>
    /// <returns>Each kind by id.</returns>
    public Projections Projections() => new()
    {
        WorkItems = [.. WorkItems.Values.OrderBy(row => row.Id.ToString(), StringComparer.Ordinal)],
        Approvals = [.. Approvals.Values.OrderBy(row => row.Approval.ToString(), StringComparer.Ordinal)],
        Records = [.. Records.Values.OrderBy(row => row.Id.ToString(), StringComparer.Ordinal)],
        Ledger = Ledger,
    };

    private void Check(JournalBatch batch)
    {
        var position = Head.Position;
        var versions = new Dictionary<StreamId, long>();
        var repeated = batch.Commits.Select(commit => commit.Dedupe).OfType<string>().GroupBy(hash => hash).Any(group => group.Count() > 1);
        foreach (var commit in batch.Commits)
        {
            versions[commit.Stream] = versions.GetValueOrDefault(commit.Stream, StreamOf(commit.Stream).LastOrDefault()?.Version ?? 0) + 1;
            if (commit.Position != ++position
                || commit.Version != versions[commit.Stream]
                || _ids.Contains(commit.Id)
                || (commit.Dedupe is { } dedupe && _dedupes.ContainsKey(dedupe))
                || repeated)
            {
                throw new AiOsException($"The commit {commit.Position} repeats a position, an id, a stream's version or a dedupe hash; nothing of its batch was kept.");
            }
        }

        StoredKey[] keys = [.. batch.Entries.Select(entry => entry.Key).OfType<StoredKey>()];
        if (keys.Any(key => Keys.ContainsKey(key.Stream)) || keys.DistinctBy(key => key.Stream).Count() != keys.Length)
        {
            throw new AiOsException("A stream was to get a second key; nothing of the batch was kept.");
        }
    }

    private void Add(StoredCommit commit)
    {
        Commits.Add(commit);
        _ids.Add(commit.Id);
        (_streams.TryGetValue(commit.Stream, out var stream) ? stream : _streams[commit.Stream] = []).Add(commit);
        if (commit.Dedupe is { } dedupe)
        {
            _dedupes.Add(dedupe, commit.Stream);
        }
    }

    private void Write(Projections projections)
    {
        Ledger = projections.Ledger ?? Ledger;
        foreach (var row in projections.WorkItems)
        {
            WorkItems[row.Id] = row;
        }

        foreach (var row in projections.Approvals)
        {
            Approvals[row.Approval] = row;
        }

        foreach (var row in projections.Records)
        {
            Records[row.Id] = row;
        }
    }
}
