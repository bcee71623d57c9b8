using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;

namespace AiOs.Storage.Sqlite.Tests.Support;

/// <summary>Commits and rows as the kernel would make them, all from one seed.</summary>
/// <param name="seed">The seed.</param>
internal sealed class Some(int seed = 1)
{
    private readonly Random _random = new(seed);
    private long _milliseconds = 1_795_000_000_000;
    private string _previous = Digest.Zero.Hex;

    public long Position { get; private set; }

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

    public string Keyed() => Convert.ToHexStringLower(Bytes(16));

    public int Number(int below) => _random.Next(below);

    /// <summary>The next commit: a body of about the size asked for, most of it a sealed part as the kernel writes it.</summary>
    public StoredCommit Commit(StreamId stream, long version, string? dedupe = null, int size = 1500)
    {
        Position++;
        var id = new CommitId(Id());
        var text = new StringBuilder(size + 64)
            .Append("{\"at\":\"2026-11-22T13:19:00.000Z\",\"cause\":\"message/").Append(Id().ToString("N")).Append('"')
            .Append(dedupe is null ? string.Empty : ",\"dedupe\":\"" + dedupe + "\"")
            .Append(",\"events\":[{\"type\":\"proposal-drafted\",\"v\":1,\"effects\":[{\"digest\":\"").Append(Convert.ToHexStringLower(Bytes(32)))
            .Append("\",\"id\":\"").Append(Id().ToString("N")).Append("\",\"kind\":\"email.send\"}],\"sealed\":\"");
        var tail = string.Create(CultureInfo.InvariantCulture, $"\"}}],\"hash\":\"%\",\"id\":\"{id}\",\"position\":{Position},\"prev\":\"{_previous}\",\"stream\":\"{stream}\",\"version\":{version},\"workspace\":\"w1\"}}");
        var room = Math.Max(32, size - text.Length - tail.Length - 63);
        text.Append(Convert.ToBase64String(Bytes(room / 4 * 3))).Append(tail);
        var hash = new Digest(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
        _previous = hash.Hex;
        return new StoredCommit(Position, stream, version, id, dedupe, hash, Encoding.UTF8.GetBytes(text.Replace("%", hash.Hex).ToString()));
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
    public JournalBatch Opened(out WorkItemId id, string? person = null, int size = 1500)
    {
        id = WorkItem();
        var stream = StreamId.Of(id);
        return new JournalBatch(
        [
            new JournalEntry(Commit(stream, 1, Keyed(), size))
            {
                Key = Key(stream),
                Links = [new PersonLink(person ?? Keyed(), stream)],
                Projections = new Projections { WorkItems = [Row(id)], Approvals = [new ApprovalRow(new ApprovalId(Id()), id)] },
            },
        ]);
    }

    public JournalBatch Opened() => Opened(out _);

    /// <summary>A later commit of a work item with its row.</summary>
    public JournalBatch Moved(WorkItemId id, long version, int size = 700, bool finished = false) => new(
    [
        new JournalEntry(Commit(StreamId.Of(id), version, size: size))
        {
            Projections = new Projections { WorkItems = [Row(id, finished ? WorkItemState.Done : WorkItemState.Performing, finished ? null : 60)] },
        },
    ]);

    /// <summary>The keys that come with a batch.</summary>
    public static IEnumerable<StoredKey> KeysOf(JournalBatch batch) => batch.Entries.Select(entry => entry.Key).OfType<StoredKey>();

    /// <summary>Puts batches together as the journal's writer does.</summary>
    public static JournalBatch Group(params IReadOnlyList<JournalBatch> batches) => new([.. batches.SelectMany(batch => batch.Entries)]);
}
