using AiOs.Scenarios.Kills;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Verification;

/// <summary>Every projection is a function of the journal: rebuilt equals live.</summary>
public sealed class RebuildTests
{
    [Fact]
    public async Task Rebuild_OfAMixedWorkspace_EqualsWhatWasLive()
    {
        await using var mixed = new MixedWorkspace();
        await mixed.InitializeAsync();
        var before = await SeenAsync(mixed.Folder);

        Assert.True((await mixed.Folder.VerbAsync("rebuild", "--json")).MustEndIn(0).Json.GetProperty("same").GetBoolean());

        Assert.Equal(before, await SeenAsync(mixed.Folder));
    }

    [Fact]
    public async Task Rebuild_AfterAKillInTheMiddle_EqualsWhatWasLive()
    {
        using var run = new KillRun(sink: null);
        foreach (var at in new[] { "2", "4", "6", "8" })
        {
            Assert.True(await run.KillInWorkAsync(at, Delivery.Small()));
            Assert.True((await run.Folder.VerbAsync("rebuild", "--json")).MustEndIn(0).Json.GetProperty("same").GetBoolean(), $"killed at boundary {at}");
        }
    }

    private static async Task<string> SeenAsync(HostFolder folder)
    {
        await using var host = await folder.ServeAsync();
        var seen = string.Join('\n', await host.Web.ItemsAsync());
        await host.StopAsync();
        return seen;
    }
}
