using System.Threading.Channels;
using AiOs.Contracts;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Journal.Writing;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Journal;

/// <summary>
/// The one writer of a workspace in this process. Whoever wants to record something hands over a decision;
/// decisions that wait while a write is under way are made durable together by the next one.
/// </summary>
internal sealed class WorkspaceJournal : IAsyncDisposable
{
    private const int LargestBatch = 256;
    private const int CachedStreams = 512;
    private static readonly TimeSpan TakenPause = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Pending> _queue = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly AggregateCache _cache = new(CachedStreams);
    private readonly StreamLoader _streams;
    private readonly DurableTail _durable;
    private readonly Decider _decider;
    private readonly IJournalStore _store;
    private readonly LedgerKeeper _ledgers;
    private readonly CommitWriter _writer;
    private readonly PeopleIn _people;
    private readonly WriterTurn _turn = new();
    private readonly TimeProvider _time;
    private readonly IBoundary _boundary;
    private Task _writing = Task.CompletedTask;

    public WorkspaceJournal(IJournalStore store, LedgerKeeper ledgers, Vault vault, WorkspaceId workspace, IdSource ids, TimeProvider time, IBoundary boundary)
    {
        _store = store;
        _ledgers = ledgers;
        _streams = new StreamLoader(store, vault, _cache);
        _durable = new DurableTail(store, ledgers, _cache);
        _decider = new Decider(store, _streams, vault, ids);
        _writer = new CommitWriter(workspace, vault);
        _people = new PeopleIn(vault);
        _time = time;
        _boundary = boundary;
    }

    /// <summary>Told of every state after it is durable.</summary>
    public event Action<Aggregate>? Changed;

    /// <summary>The head as far as this process knows it to be durable; nothing just after the store failed.</summary>
    public JournalHead? DurableHead => _durable.Head;

    /// <summary>The last position that this process has ever known to be durable.</summary>
    public long Known => _durable.Known;

    /// <summary>The whole workspace in short, as far as this process knows it to be durable.</summary>
    public WorkspaceLedger Ledger => _ledgers.Durable;

    /// <summary>Asks the store where the journal ends.</summary>
    public async Task ReadHeadAsync(CancellationToken cancellationToken)
    {
        using var turn = await _turn.TakeAsync(cancellationToken);
        await _durable.BeginAsync(cancellationToken);
    }

    /// <summary>Takes over what other hosts that share the store have written, and tells of it.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (_store.IsExclusive)
        {
            return;
        }

        var changed = new List<Aggregate>();
        using (await _turn.TakeAsync(cancellationToken))
        {
            var (position, streams) = await _durable.FollowAsync(cancellationToken);
            foreach (var stream in streams)
            {
                changed.Add(await LoadAsync(stream, cancellationToken));
            }

            _durable.Told(position);
        }

        changed.ForEach(state => Changed?.Invoke(state));
    }

    /// <summary>Begins to write; the first start of all writes the first commit.</summary>
    public async Task StartAsync(string headKey, CancellationToken cancellationToken)
    {
        await ReadHeadAsync(cancellationToken);
        _writing = WriteAsync();
        if (DurableHead!.Position == 0)
        {
            await AppendAsync(
                new AppendRequest
                {
                    Stream = StreamId.Workspace,
                    Cause = "start",
                    Decide = at => at.State.Version == 0 ? [new WorkspaceOpened(headKey)] : [],
                },
                cancellationToken);
        }
    }

    /// <summary>Records what is decided. Returns after it is durable.</summary>
    public async Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        var pending = new Pending(request);
        if (!_queue.Writer.TryWrite(pending))
        {
            throw new AiOsException("The host is stopping; send it again after it has started.") { IsTransient = true };
        }

        return await pending.ReplyAsync().WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Records what carries a dedupe hash, and offers it again while the store cannot take it: whether a write whose reply was lost
    /// is stored is then known from the repeat.
    /// </summary>
    public async Task<AppendResult> AppendUntilTakenAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await AppendAsync(request, cancellationToken);
            }
            catch (AiOsException fault) when (fault.IsTransient)
            {
                await Task.Delay(TakenPause, _time, cancellationToken);
            }
        }
    }

    /// <summary>The state of a stream as far as it is durable.</summary>
    public async Task<Aggregate> LoadAsync(StreamId stream, CancellationToken cancellationToken) =>
        (await _streams.LoadAsync(stream, cancellationToken)).State;

    /// <summary>Every commit of a stream, opened.</summary>
    public Task<IReadOnlyList<Commit>> ReadStreamAsync(StreamId stream, CancellationToken cancellationToken) => _streams.ReadAsync(stream, cancellationToken);

    public Task<StreamKey?> FindKeyAsync(StreamId stream, CancellationToken cancellationToken) => _streams.FindKeyAsync(stream, cancellationToken);

    /// <summary>Destroys keys between two writes, so that no decision is made with one that is gone, and forgets every state that was opened with one.</summary>
    public async Task DestroyKeysAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellationToken)
    {
        using var turn = await _turn.TakeAsync(cancellationToken);
        await _store.DestroyKeysAsync(streams, cancellationToken);
        _cache.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
        _turn.Dispose();
    }

    private async Task WriteAsync()
    {
        var waiting = new List<Pending>(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            waiting.Clear();
            while (waiting.Count < LargestBatch && _queue.Reader.TryRead(out var pending))
            {
                waiting.Add(pending);
            }

            await WriteTogetherAsync(waiting);
        }
    }

    /// <summary>Nothing that goes wrong here may end the writer: whoever waits is told, and the next batch starts from what the store holds.</summary>
    private async Task WriteTogetherAsync(List<Pending> waiting)
    {
        using var turn = await _turn.TakeAsync(CancellationToken.None);
        try
        {
            await DecideAndAppendAsync(waiting);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _durable.Forget();
            foreach (var pending in waiting)
            {
                pending.Done.TrySetException(fault);
            }
        }
    }

    private async Task DecideAndAppendAsync(List<Pending> waiting)
    {
        while (true)
        {
            var head = await _durable.HeadAsync();
            var ledger = await _ledgers.AtAsync(head.Position, CancellationToken.None);
            var batch = new JournalBatcher(_writer, _people, _cache, head, ledger, _ledgers.Zone, _time.Instant());
            var results = new AppendResult?[waiting.Count];
            for (var index = 0; index < waiting.Count; index++)
            {
                results[index] = await _decider.DecideAsync(batch, waiting[index]);
            }

            if (batch.IsEmpty && await _durable.HasMovedAsync(head))
            {
                _durable.Forget();
                continue;
            }

            try
            {
                await MakeDurableAsync(batch);
            }
            catch (AiOsException fault) when (fault is PositionTakenException || fault.IsTransient)
            {
                var held = await _durable.CountHeldAsync(batch.Entries);
                if (held != batch.Entries.Count)
                {
                    _durable.TakeFirst(head.Position, held ?? 0);
                    FinishHeld(head.Position + (held ?? 0), waiting, results);
                    if (fault is PositionTakenException && held is not null)
                    {
                        continue;
                    }

                    throw fault.IsTransient ? fault : new AiOsException("The store does not say what it kept; it is asked again.", fault) { IsTransient = true };
                }
            }

            Finish(batch, waiting, results);
            return;
        }
    }

    private async Task MakeDurableAsync(JournalBatcher batch)
    {
        if (batch.IsEmpty)
        {
            return;
        }

        _boundary.Cross(Boundaries.BeforeCommit);
        await _store.AppendAsync(batch.Build(), CancellationToken.None);
        _boundary.Cross(Boundaries.AfterCommit);
    }

    /// <summary>A store may have kept the first commits of a batch only. Whoever made one of them is told; the others decide again.</summary>
    private void FinishHeld(long last, List<Pending> waiting, AppendResult?[] results)
    {
        for (var index = 0; index < waiting.Count; index++)
        {
            if (results[index] is AppendResult.Appended appended && appended.Position <= last && waiting[index].Done.TrySetResult(appended))
            {
                Changed?.Invoke(appended.After);
            }
        }
    }

    private void Finish(JournalBatcher batch, List<Pending> waiting, AppendResult?[] results)
    {
        _durable.Take(batch);
        for (var index = 0; index < waiting.Count; index++)
        {
            if (results[index] is { } result)
            {
                waiting[index].Done.TrySetResult(result);
            }
        }

        foreach (var entry in batch.States)
        {
            Changed?.Invoke(entry.State);
        }
    }
}
