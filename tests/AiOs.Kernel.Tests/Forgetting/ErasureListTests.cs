using AiOs.Contracts.Ids;
using AiOs.Kernel.Forgetting;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Forgetting;

public sealed class ErasureListTests
{
    [Fact]
    public async Task Add_ManyAtOnce_KeepsAll()
    {
        await using var harness = await KernelHarness.StartAsync();
        var list = harness.Process.Get<ErasureList>();
        StreamId[] streams = [.. Enumerable.Range(0, 64).Select(number => new StreamId($"record/client/{number}"))];
        await Task.WhenAll(streams.Select(stream => Task.Run(() => list.Add("of " + stream, [stream]), TestContext.Current.CancellationToken)));

        Assert.Equal(streams.ToHashSet(), list.All());
    }
}
