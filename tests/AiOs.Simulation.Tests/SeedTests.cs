using AiOs.Simulation.CommandLine;
using AiOs.Simulation.Scripts;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Tests;

/// <summary>R2: any order of faults. 60 seeds, and a thousand where AIOS_FULL is 1.</summary>
public sealed class SeedTests(ITestOutputHelper output)
{
    private static int Seeds => Environment.GetEnvironmentVariable("AIOS_FULL") == "1" ? 1000 : 60;

    [Fact]
    public void Run_ManySeeds_BreaksNoPromise()
    {
        using var lines = new StringWriter();
        using var progress = new StringWriter();
        var exit = Cli.Run(["--seeds", Seeds.ToString(System.Globalization.CultureInfo.InvariantCulture)], lines, progress);
        output.WriteLine(progress.ToString());
        output.WriteLine(lines.ToString());
        Assert.True(exit == 0, lines.ToString() + progress);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(40)]
    public void Run_SameSeedTwice_GivesSameJournal(long seed)
    {
        var first = WorldRun.Play(ScriptMaker.Of(seed), control: null);
        var second = WorldRun.Play(ScriptMaker.Of(seed), control: null);
        Assert.True(first.Tally[Happening.Commit] > 10);
        Assert.Equal(first.JournalHash, second.JournalHash);
        Assert.Equal(first.Steps, second.Steps);
    }

    [Fact]
    public void Run_OtherSeed_GivesOtherJournal()
    {
        var hashes = Enumerable.Range(1, 5).Select(seed => WorldRun.Play(ScriptMaker.Of(seed), control: null).JournalHash).ToHashSet();
        Assert.Equal(5, hashes.Count);
    }
}
