using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal;

namespace AiOs.Kernel.Tests.Journal;

public sealed class AggregateCacheTests
{
    [Fact]
    public void Put_ReadWhileTheWriterWentOn_IsNotTaken()
    {
        var cache = new AggregateCache(1);
        var epoch = cache.Epoch;
        cache.Put(At("a", 2));
        cache.Put(At("b", 1));
        cache.Put(At("a", 1), epoch);

        Assert.False(cache.TryGet(new StreamId("a"), out _));
        cache.Put(At("a", 2), cache.Epoch);
        Assert.True(cache.TryGet(new StreamId("a"), out var entry));
        Assert.Equal(2, entry.State.Version);
    }

    [Fact]
    public void Put_ReadBeforeAClear_IsNotTaken()
    {
        var cache = new AggregateCache(4);
        var epoch = cache.Epoch;
        cache.Clear();
        cache.Put(At("a", 1), epoch);

        Assert.False(cache.TryGet(new StreamId("a"), out _));
    }

    [Fact]
    public void Put_OlderThanWhatIsThere_LeavesTheNewer()
    {
        var cache = new AggregateCache(4);
        cache.Put(At("a", 3));
        cache.Put(At("a", 2), cache.Epoch);

        Assert.True(cache.TryGet(new StreamId("a"), out var entry));
        Assert.Equal(3, entry.State.Version);
    }

    [Fact]
    public void Put_MoreThanFit_DropsWhatWasUsedLongestAgo()
    {
        var cache = new AggregateCache(2);
        cache.Put(At("a", 1));
        cache.Put(At("b", 1));
        Assert.True(cache.TryGet(new StreamId("a"), out _));
        cache.Put(At("c", 1));

        Assert.False(cache.TryGet(new StreamId("b"), out _));
        Assert.True(cache.TryGet(new StreamId("a"), out _));
    }

    private static AggregateCache.Entry At(string stream, long version) => new(new PlainStream { Stream = new StreamId(stream), Version = version }, Key: null);
}
