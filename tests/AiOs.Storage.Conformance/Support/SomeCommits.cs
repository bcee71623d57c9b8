using System.Security.Cryptography;
using System.Text;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;

namespace AiOs.Storage.Conformance.Support;

/// <summary>Commits and rows as the kernel would make them, all from one seed. A store never looks into their bytes.</summary>
/// <param name="seed">The seed.</param>
internal sealed class SomeCommits(int seed = 1)
{
    private readonly Random _random = new(seed);
    private long _milliseconds = 1_795_000_000_000;

    /// <summary>The last position that was given out.</summary>
    public long Position { get; set; }

    public Guid Id()
    {
        var bytes = Bytes(16);
        _milliseconds++;
        for (var index = 0; index < 6; index++)
        {
            bytes[index] = (byte)(_milliseconds >> (8 * (5 - index)));
        }

        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public WorkItemId WorkItem() => new(Id());

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A keyed hash.</summary>
    public string Keyed() => Convert.ToHexStringLower(Bytes(16));

    /// <summary>The next commit, about as large as asked for, with a letter that no byte order mark or encoding may change.</summary>
    public StoredCommit Commit(StreamId stream, long version, string? dedupe = null, int size = 700)
    {
        Position++;
        var id = new CommitId(Id());
        var text = $"{{\"cause\":\"message/é€𝄞\\u0000\",\"id\":\"{id}\",\"position\":{Position},\"sealed\":\"{Convert.ToBase64String(Bytes(size))}\",\"stream\":\"{stream}\",\"version\":{version}}}";
        var bytes = Encoding.UTF8.GetBytes(text);
        return new StoredCommit(Position, stream, version, id, dedupe, new Digest(Convert.ToHexStringLower(SHA256.HashData(bytes))), bytes);
    }

    public WorkItemRow Row(WorkItemId id, WorkItemState state = WorkItemState.AwaitingApproval, long? wakeInSeconds = 60) => new(
        id,
        state,
        Category.Inquiry,
        DateTimeOffset.FromUnixTimeMilliseconds(_milliseconds),
        wakeInSeconds is { } seconds ? DateTimeOffset.FromUnixTimeMilliseconds(_milliseconds).AddSeconds(seconds) : null,
        Done: 0,
        Failed: 0,
        Unknown: 0);

    public StoredKey Key(StreamId stream) => new(stream, Bytes(60));

    /// <summary>The first commit of a work item with its key, a link, an approval and a row.</summary>
    public JournalEntry Opened(out WorkItemId id, string? person = null)
    {
        id = WorkItem();
        var stream = StreamId.Of(id);
        return new JournalEntry(Commit(stream, 1, Keyed()))
        {
            Key = Key(stream),
            Links = [new PersonLink(person ?? Keyed(), stream)],
            Projections = new Projections { WorkItems = [Row(id)], Approvals = [new ApprovalRow(new ApprovalId(Id()), id)] },
        };
    }

    public JournalEntry Opened() => Opened(out _);

    /// <summary>A commit with nothing beside it.</summary>
    public JournalEntry Alone(StreamId stream, long version = 1) => new(Commit(stream, version));

    /// <summary>A later commit of a work item with its row.</summary>
    public JournalEntry Moved(WorkItemId id, long version, bool finished = false) => new(Commit(StreamId.Of(id), version))
    {
        Projections = new Projections { WorkItems = [Row(id, finished ? WorkItemState.Done : WorkItemState.Performing, finished ? null : 60)] },
    };
}
