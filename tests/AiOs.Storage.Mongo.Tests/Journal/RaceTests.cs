using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Storage.Mongo.Tests.Support;

namespace AiOs.Storage.Mongo.Tests.Journal;

/// <summary>Several hosts on one journal: each position has one commit, and no reader sees a gap.</summary>
public sealed class RaceTests
{
    private const int Each = 40;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_OfThreeHosts_FillsEveryPositionOnce_AndReadersSeeNoGap()
    {
        await using var server = await Server.StartAsync();
        var stores = Enumerable.Range(0, 3).Select(_ => server.Host().Journal).ToArray();
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var reads = Task.Run(() => ReadUntilAsync(server.Host().Journal, reading.Token), Stop);

        var taken = await Task.WhenAll(stores.Select((store, index) => Task.Run(() => WriteAsync(store, index + 1), Stop)));
        await reading.CancelAsync();

        var commits = await stores[0].ReadAsync(1, int.MaxValue, Stop);
        Assert.Equal(Enumerable.Range(1, 3 * Each), commits.Select(commit => (int)commit.Position));
        Assert.Equal(3 * Each, commits.Select(commit => commit.Id).Distinct().Count());
        Assert.Equal(3 * Each, (await stores[1].ListWorkItemsAsync(1000, before: null, openOnly: false, Stop)).Count);
        Assert.True(taken.Sum() > 0, "The hosts never met.");
        Assert.True(await reads > 0, "Nobody read.");
    }

    /// <summary>The loser's key must open nothing: of two hosts that make the same stream, only the winner's key is there.</summary>
    [Fact]
    public async Task Append_OfTwoHostsThatOpenTheSameStream_LeavesTheWinnersKeyAlone()
    {
        await using var server = await Server.StartAsync();
        var (one, other) = (server.Host().Journal, server.Host().Journal);
        var position = 0L;
        for (var round = 0; round < 20; round++)
        {
            var stream = new StreamId($"record/client/{round}");
            var batches = new[] { Opening(stream, position, round * 2), Opening(stream, position, (round * 2) + 1) };

            var won = await Task.WhenAll(TryAsync(one, batches[0]), TryAsync(other, batches[1]));

            Assert.Single(won, true);
            var winner = batches[won[0] ? 0 : 1].Entries[0];
            foreach (var store in new[] { one, other })
            {
                Assert.Equal(winner.Key!.Wrapped.ToArray(), (await store.FindKeyAsync(stream, Stop))!.Wrapped.ToArray());
                Assert.Equal(winner.Commit.Hash, (await store.ReadStreamAsync(stream, Stop))[0].Hash);
            }

            position++;
        }

        Assert.Equal(20, (await one.ReadKeysAsync(after: null, 100, Stop)).Count);
    }

    private static JournalBatch Opening(StreamId stream, long after, int seed)
    {
        var some = new Some(seed);
        while (some.Position < after)
        {
            some.Commit(stream, 1);
        }

        return some.With(stream, entry => entry with { Key = some.Key(stream) });
    }

    private static async Task<bool> TryAsync(IJournalStore store, JournalBatch batch)
    {
        try
        {
            await store.AppendAsync(batch, Stop);
            return true;
        }
        catch (PositionTakenException)
        {
            return false;
        }
    }

    /// <summary>Appends as a host does: where somebody was first, it begins again behind the new head.</summary>
    private static async Task<int> WriteAsync(IJournalStore store, int seed)
    {
        var (taken, random) = (0, new Some(seed));
        for (var written = 0; written < Each;)
        {
            var item = random.WorkItem();
            var entry = new JournalEntry(random.Commit(StreamId.Of(item), 1, size: 300) with { Position = (await store.HeadAsync(Stop)).Position + 1 })
            {
                Projections = new Projections { WorkItems = [random.Row(item)] },
            };
            if (await TryAsync(store, new JournalBatch([entry])))
            {
                written++;
            }
            else
            {
                taken++;
            }
        }

        return taken;
    }

    private static async Task<int> ReadUntilAsync(IJournalStore store, CancellationToken stop)
    {
        var (reads, last) = (0, 0L);
        while (!stop.IsCancellationRequested)
        {
            var head = await store.HeadAsync(CancellationToken.None);
            Assert.True(head.Position >= last);
            last = head.Position;
            Assert.True((await store.ReadAsync(1, int.MaxValue, CancellationToken.None)).Count >= last);
            reads++;
        }

        return reads;
    }
}
