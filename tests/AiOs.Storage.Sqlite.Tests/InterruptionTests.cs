using AiOs.Contracts;
using AiOs.Contracts.Journal;
using AiOs.Storage.Sqlite.Tests.Support;

namespace AiOs.Storage.Sqlite.Tests;

/// <summary>R3: what a crash or a bad disk leaves behind (1,050 torn or scribbled copies) opens to whole batches from the beginning, or is refused.</summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly Some _some = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_CopyTakenAfterEachBatch_HoldsThatBatchWhole()
    {
        await using var open = new OpenStore(_folder, options => options.CheckpointBytes = 100_000);
        var batches = new List<JournalBatch>();
        for (var round = 0; round < 25; round++)
        {
            var batch = Some.Group(_some.Opened(out var id), _some.Moved(id, 2), _some.Opened());
            await open.AppendAsync(batch);
            batches.Add(batch);
            using var copy = new Folder();
            _folder.CopyDatabase(copy);

            await using var again = new OpenStore(copy);
            Same.Commits(batches.SelectMany(stored => stored.Commits), await again.AllAsync());
            Same.Projections(await open.Store.ReadProjectionsAsync(Token), await again.Store.ReadProjectionsAsync(Token));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_TornLog_HoldsWholeBatchesFromTheBeginning(bool cut)
    {
        var batches = await TwentyBatchesAsync();
        var log = await File.ReadAllBytesAsync(_folder.Database + "-wal", Token);
        var lengths = new HashSet<int>();
        for (var turn = 0; turn < 400; turn++)
        {
            using var copy = new Folder();
            _folder.CopyDatabase(copy);
            await File.WriteAllBytesAsync(copy.Database + "-wal", Torn(log, cut), Token);

            lengths.Add(await PrefixAsync(copy, batches) ?? throw new InvalidOperationException("A torn log is no fault of the file."));
        }

        Assert.True(lengths.Count > 10, $"It was torn at {lengths.Count} places only.");
    }

    [Fact]
    public async Task Open_ScribbledFile_HoldsWhatWasWrittenOrIsRefused()
    {
        List<JournalBatch> batches;
        await using (var open = new OpenStore(_folder))
        {
            batches = await AppendTwentyAsync(open);
        }

        var file = await File.ReadAllBytesAsync(_folder.Database, Token);
        var refused = 0;
        for (var turn = 0; turn < 250; turn++)
        {
            using var copy = new Folder();
            _folder.CopyDatabase(copy);
            var torn = turn % 3 == 0 ? file[..(1 + _some.Number(file.Length - 1))] : Zeroed(file);
            await File.WriteAllBytesAsync(copy.Database, torn, Token);

            refused += await ReadAllAsync(copy, batches) ? 0 : 1;
        }

        Assert.True(refused > 50, $"{refused} of 250 damaged files were refused.");
    }

    /// <summary>The control: without the log's checksums the same test must see halves of batches.</summary>
    [Fact]
    public async Task Control_LogReplayedPastATear_IsSeen()
    {
        var batches = await TwentyBatchesAsync();
        var commits = batches.SelectMany(batch => batch.Commits).ToList();
        commits.RemoveAt(7);

        Assert.Throws<InvalidOperationException>(() => WholeBatches(batches, commits));
        Assert.Throws<InvalidOperationException>(() => WholeBatches(batches, commits[..4]));
    }

    private static async Task<int?> PrefixAsync(Folder folder, List<JournalBatch> batches)
    {
        try
        {
            await using var open = new OpenStore(folder);
            var commits = await open.AllAsync();
            var whole = WholeBatches(batches, commits);
            var expected = batches.Take(whole).ToList();
            Assert.Equal(expected.Sum(batch => Some.KeysOf(batch).Count()), (await open.Store.ReadKeysAsync(null, 999, Token)).Count);
            Assert.Equal(
                expected.SelectMany(batch => batch.Entries).SelectMany(entry => entry.Projections.WorkItems).Select(row => row.Id).Distinct().Count(),
                (await open.Store.ReadProjectionsAsync(Token)).WorkItems.Count);
            return whole;
        }
        catch (AiOsException)
        {
            return null;
        }
    }

    private static async Task<bool> ReadAllAsync(Folder folder, List<JournalBatch> batches)
    {
        try
        {
            await using var open = new OpenStore(folder);
            var commits = await open.AllAsync();

            // A bad sector inside a body is for the hash chain to find; what the store hands out has no gap.
            Assert.Equal(Enumerable.Range(1, commits.Count).Select(number => (long)number), commits.Select(commit => commit.Position));
            Assert.InRange(commits.Count, 0, batches.Sum(batch => batch.Commits.Count));
            _ = await open.Store.ReadProjectionsAsync(Token);
            foreach (var commit in batches.SelectMany(batch => batch.Commits))
            {
                _ = await open.Store.ReadStreamAsync(commit.Stream, Token);
                _ = await open.Store.FindKeyAsync(commit.Stream, Token);
            }

            return true;
        }
        catch (AiOsException exception)
        {
            Assert.DoesNotContain('\n', exception.Message);
            Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
            return false;
        }
    }

    private static int WholeBatches(List<JournalBatch> batches, IReadOnlyList<StoredCommit> commits)
    {
        var whole = 0;
        var counted = 0;
        while (whole < batches.Count && counted < commits.Count)
        {
            counted += batches[whole++].Commits.Count;
        }

        var expected = batches.Take(whole).SelectMany(batch => batch.Commits);
        return expected.Select(commit => commit.Hash).SequenceEqual(commits.Select(commit => commit.Hash))
            ? whole
            : throw new InvalidOperationException($"{commits.Count} commits are no whole batches.");
    }

    private async Task<List<JournalBatch>> TwentyBatchesAsync()
    {
        // A copy of the open files is what a killed process leaves; the log was never copied into the file.
        using var origin = new Folder();
        await using var open = new OpenStore(origin);
        var batches = await AppendTwentyAsync(open);
        origin.CopyDatabase(_folder);
        return batches;
    }

    private async Task<List<JournalBatch>> AppendTwentyAsync(OpenStore open)
    {
        var batches = new List<JournalBatch>();
        for (var round = 0; round < 20; round++)
        {
            batches.Add(Some.Group(_some.Opened(out var id), _some.Moved(id, 2), _some.Opened()));
            await open.AppendAsync(batches[^1]);
        }

        return batches;
    }

    private byte[] Torn(byte[] log, bool cut)
    {
        var at = _some.Number(log.Length);
        if (cut)
        {
            return log[..at];
        }

        var torn = log.ToArray();
        _some.Bytes(Math.Min(1 + _some.Number(64), log.Length - at)).CopyTo(torn, at);
        return torn;
    }

    private byte[] Zeroed(byte[] file)
    {
        var torn = file.ToArray();
        Array.Clear(torn, _some.Number(file.Length / 512) * 512, 512);
        return torn;
    }
}
