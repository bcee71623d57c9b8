using AiOs.Simulation.Soak;

namespace AiOs.Simulation.Tests;

/// <summary>R12 in small; the command line runs it for minutes.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task Soak_TwoSeconds_DrainsTheQueue()
    {
        await using var workspace = new SoakWorkspace();
        var figures = await new SoakRun(workspace, TimeSpan.FromSeconds(2), rate: 50, TextWriter.Null).RunAsync(TestContext.Current.CancellationToken);
        output.WriteLine(figures.ToString());
        Assert.Equal(100, figures.Messages);
        Assert.Equal(90, figures.Effects);
        Assert.Equal(0, figures.Open);
        Assert.True(figures.End.WalBytes > 0);
    }

    [Theory]
    [InlineData(100, 139, 40, 64, 0, 0)]
    [InlineData(100, 141, 40, 40, 0, 1)]
    [InlineData(100, 100, 40, 65, 0, 1)]
    [InlineData(100, 100, 40, 40, 1, 1)]
    [InlineData(100, 200, 40, 80, 3, 3)]
    public void Faults_WhatGrew_IsTold(long before, long after, int filesBefore, int filesAfter, int open, int faults)
    {
        var start = new SoakSample(before * Megabyte, filesBefore, 0);
        var figures = new SoakFigures { Tenth = start, Fifth = start, End = new SoakSample(after * Megabyte, filesAfter, 0), Messages = 10, Effects = 9, Failed = 0, Open = open };
        Assert.Equal(faults, figures.Faults().Count());
    }
}
