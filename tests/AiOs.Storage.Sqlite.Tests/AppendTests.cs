using AiOs.Contracts;
using AiOs.Contracts.Journal;
using AiOs.Storage.Sqlite.Tests.Support;

namespace AiOs.Storage.Sqlite.Tests;

/// <summary>What is special to SQLite; what every store does is in AiOs.Storage.Conformance.</summary>
public sealed class AppendTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly Some _some = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Dispose_AfterAppends_LeavesNoLog()
    {
        await using (var open = new OpenStore(_folder))
        {
            await open.AppendAsync(_some.Opened(), _some.Opened());
        }

        Assert.False(File.Exists(_folder.Database + "-wal"));
        await using var again = new OpenStore(_folder);
        Assert.Equal(2, (await again.AllAsync()).Count);
    }

    [Fact]
    public async Task Append_OnlyThePartOfABatchIsStored_IsTaken()
    {
        await using var open = new OpenStore(_folder);
        var first = _some.Opened();
        await open.AppendAsync(first);

        await Assert.ThrowsAsync<PositionTakenException>(() => open.AppendAsync(Some.Group(first, _some.Opened())));
    }

    [Fact]
    public async Task Append_GapBeforeOrInside_IsRefused()
    {
        await using var open = new OpenStore(_folder);
        var skipped = _some.Opened();
        var second = _some.Opened();
        var third = _some.Opened();

        var gap = await Assert.ThrowsAsync<AiOsException>(() => open.AppendAsync(second));
        Assert.IsNotType<PositionTakenException>(gap);
        await Assert.ThrowsAsync<ArgumentException>(() => open.AppendAsync(Some.Group(skipped, third)));
        Assert.Empty(await open.AllAsync());
    }

    [Fact]
    public async Task Append_DiskFull_IsTransientAndGoesOnWhenThereIsRoom()
    {
        await using var open = new OpenStore(_folder, options => options.MaxPages = 48);
        var kept = new List<JournalBatch>();
        var full = 0;
        for (var round = 0; round < 80; round++)
        {
            var batch = Some.Group(_some.Opened(), _some.Opened(out var id, size: 3000), _some.Moved(id, 2));
            try
            {
                await open.AppendAsync(batch);
            }
            catch (AiOsException exception)
            {
                full++;
                Assert.True(exception.IsTransient);
                Assert.StartsWith("The disk is full: ", exception.Message, StringComparison.Ordinal);
                Same.Commits(kept.SelectMany(stored => stored.Commits), await open.AllAsync());
                Assert.Equal(kept.Sum(stored => Some.KeysOf(stored).Count()), (await open.Store.ReadKeysAsync(null, 999, Token)).Count);
                open.Store.SetMaxPages(48 + (full * 5));
                await open.AppendAsync(batch);
            }

            kept.Add(batch);
        }

        Assert.True(full >= 3, $"It was full {full} times.");
        Same.Commits(kept.SelectMany(stored => stored.Commits), await open.AllAsync());
    }

    [Fact]
    public async Task Append_DiskFull_ProjectionsOnlyBatchIsNotKeptEither()
    {
        await using var open = new OpenStore(_folder, options => options.MaxPages = 48);
        var rows = new Projections { WorkItems = [.. Enumerable.Range(0, 5000).Select(_ => _some.Row(_some.WorkItem()))] };

        var full = await Assert.ThrowsAsync<AiOsException>(() => open.Store.ReplaceProjectionsAsync(rows, Token));

        Assert.True(full.IsTransient);
        Assert.Empty((await open.Store.ReadProjectionsAsync(Token)).WorkItems);
    }

    [Fact]
    public async Task Append_ManyBatchesWithReadersBusy_KeepsTheLogBounded()
    {
        const long Bound = 256 << 10;
        await using var open = new OpenStore(_folder, options => options.CheckpointBytes = Bound);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                var read = 0;
                while (!stop.IsCancellationRequested)
                {
                    read += (await open.Store.ReadAsync(1, 200, CancellationToken.None)).Count;
                }

                return read;
            },
            Token)).ToArray();
        var largest = 0L;
        for (var round = 0; round < 300; round++)
        {
            await open.AppendAsync(Some.Group([.. Enumerable.Range(0, 16).Select(_ => _some.Opened())]));
            largest = Math.Max(largest, new FileInfo(_folder.Database + "-wal").Length);
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), read => Assert.True(read > 0));
        Assert.InRange(largest, Bound, 6 * Bound);
        Assert.True(new FileInfo(_folder.Database).Length > 4 * largest, "The log was never copied.");
    }

    [Fact]
    public async Task Append_TenThousandTimes_KeepsMemoryAndHandlesSteady()
    {
        await using var open = new OpenStore(_folder, options => options.CheckpointBytes = 1 << 20);
        await RunAsync(open, 2000);
        var (memory, handles) = Used();

        await RunAsync(open, 10_000);

        var (memoryAfter, handlesAfter) = Used();
        Assert.InRange(memoryAfter - memory, long.MinValue, 64 << 20);
        // The runtime opens a few of its own meanwhile; one left by each batch would be 500.
        Assert.InRange(handlesAfter - handles, int.MinValue, 32);
    }

    private static (long Memory, int Handles) Used()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return (process.WorkingSet64, process.HandleCount);
    }

    private async Task RunAsync(OpenStore open, int commits)
    {
        const int InOneBatch = 20;
        for (var done = 0; done < commits; done += InOneBatch)
        {
            var batch = Some.Group([.. Enumerable.Range(0, InOneBatch).Select(_ => _some.Opened(out var _, size: 400))]);
            await open.AppendAsync(batch);
            Assert.NotNull(await open.Store.FindDedupeAsync(batch.Commits[3].Dedupe!, Token));
            Assert.Single(await open.Store.ReadStreamAsync(batch.Commits[5].Stream, Token));
        }
    }
}
