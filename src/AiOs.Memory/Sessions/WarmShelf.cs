using System.Collections.Concurrent;
using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;

namespace AiOs.Memory.Sessions;

/// <summary>
/// What came to mind for open work items, so that a redraft does not search again. It is warm for ten minutes, and only while nobody wrote
/// in the same conversation, no note changed and the Records are the ones that it was gathered for.
/// </summary>
/// <param name="feed">The journal.</param>
/// <param name="stores">Memory, where there is one.</param>
internal sealed class WarmShelf(IJournalFeed feed, IEnumerable<IKnowledgeStore> stores) : IJournalReader
{
    private const int Most = 500;
    private const int MostPersons = 10_000;
    private static readonly TimeSpan Warmth = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<WorkItemId, Entry> _entries = [];
    private readonly ConcurrentDictionary<string, (long Position, StreamId By)> _moved = [];
    private long _position;
    private long _notes;

    public IReadOnlyList<Recalled>? Find(ContextRequest request) =>
        _entries.TryGetValue(request.WorkItem, out var entry)
        && entry.Until > request.Now
        && entry.Position >= Interlocked.Read(ref _notes)
        && (!_moved.TryGetValue(PersonOf(request.Message), out var moved) || moved.By == StreamId.Of(request.WorkItem) || entry.Position >= moved.Position)
        && ReferenceEquals(entry.Grant, request.Grant)
        && entry.Facts.SequenceEqual(FactsOf(request))
            ? entry.Found
            : null;

    /// <summary>How much a search that is made now knows of at least: memory follows the journal a little later.</summary>
    public async Task<long> PositionAsync(CancellationToken cancellationToken)
    {
        var read = Interlocked.Read(ref _position);
        return stores.LastOrDefault() is { } store ? Math.Min(read, await store.PositionAsync(cancellationToken)) : read;
    }

    /// <summary>Keeps what was found.</summary>
    /// <param name="request">For what.</param>
    /// <param name="found">What was found.</param>
    /// <param name="position">How much the search knew of, asked before it was made.</param>
    public void Keep(ContextRequest request, IReadOnlyList<Recalled> found, long position)
    {
        if (_entries.Count >= Most)
        {
            _entries.Clear();
        }

        _entries[request.WorkItem] = new Entry(found, request.Now + Warmth, position, request.Grant, FactsOf(request));
    }

    public void Clear()
    {
        _entries.Clear();
        _moved.Clear();
        Interlocked.Exchange(ref _position, 0);
        Interlocked.Exchange(ref _notes, 0);
    }

    public void Take(FeedCommit commit)
    {
        Interlocked.Exchange(ref _position, commit.Position);
        foreach (var happened in commit.Events)
        {
            switch (happened)
            {
                case MessageReceived { Personal.Content: { } content }:
                    Move(PersonOf(content), commit);
                    break;
                case NoteKept or NoteWithdrawn:
                    Interlocked.Exchange(ref _notes, commit.Position);
                    break;
                case ForgettingCompleted:
                    _entries.Clear();
                    break;
                case WorkItemFinished when WorkItemId.TryParse(commit.Stream.Value, out var item):
                    _entries.TryRemove(item, out _);
                    break;
                default:
                    break;
            }
        }
    }

    public Task SettleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>There is no end to those who write; to begin anew now and then costs a search each.</summary>
    private void Move(string person, FeedCommit commit)
    {
        if (_moved.Count >= MostPersons)
        {
            _entries.Clear();
            _moved.Clear();
        }

        _moved[person] = (commit.Position, commit.Stream);
    }

    private string PersonOf(MessageContent message) => message.Sender?.Address is { Length: > 0 } address ? feed.SubjectOf(address) : string.Empty;

    private static (RecordId, long)[] FactsOf(ContextRequest request) => [.. request.Facts.Select(record => (record.Id, record.Version))];

    private sealed record Entry(IReadOnlyList<Recalled> Found, DateTimeOffset Until, long Position, Grant Grant, (RecordId, long)[] Facts);
}
