using AiOs.Kernel.Digests.Counting;

namespace AiOs.Kernel.Tests.Digests;

public sealed class ExactnessTests
{
    private const int Seeds = 12;
    private const int Steps = 40;

    public static TheoryData<int> AllSeeds => [.. Enumerable.Range(1, Seeds)];

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public async Task Tally_AnyWindow_IsWhatANaiveRecountFinds(int seed)
    {
        await using var stage = await DigestStage.StartAsync();
        var day = new BusyDay(stage, seed);
        await day.WorkAsync(Steps);
        var all = await stage.CommitsAsync();
        var random = new Random(seed);
        long[] cuts = [0, .. Enumerable.Range(0, 4).Select(_ => random.NextInt64(1, all.Count)).Order(), all.Count];
        for (var at = 1; at < cuts.Length; at++)
        {
            var report = await stage.ReportAsync(new DigestWindow(cuts[at - 1], cuts[at], stage.Now, stage.Now));

            Assert.Equal(NaiveTally.Between(all, cuts[at - 1], cuts[at]), Figures.Of(report.Tally));
        }

        Assert.True(all.Count > Steps * 2, $"only {all.Count} commits were made");
    }

    [Fact]
    public async Task Tally_OfAllSeeds_HasSeenEverything()
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var stage = await DigestStage.StartAsync();
            await new BusyDay(stage, seed).WorkAsync(Steps);
            var all = await stage.CommitsAsync();
            seen.UnionWith(NaiveTally.Between(all, 0, all.Count).Keys);
        }

        string[] wanted = ["approved", "rejected", "came in", "out EUR", "in EUR", "paid EUR", "models EUR", "invoices", "bills", "done email.send asked", "done note.keep unasked", "done bank.pay asked"];
        Assert.Empty(wanted.Except(seen));
        Assert.Contains(seen, static name => name.StartsWith("failed ", StringComparison.Ordinal));
    }
}
