using AiOs.Simulation.CommandLine;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Tests;

/// <summary>What the command line says and how it ends.</summary>
public sealed class CliTests
{
    [Theory]
    [InlineData]
    [InlineData("--seeds")]
    [InlineData("--seeds", "none")]
    [InlineData("--seeds", "0")]
    [InlineData("--seeds", "5", "--soak", "1")]
    [InlineData("--seeds", "5", "--loud", "1")]
    [InlineData("--seeds", "5", "--control", "no-such-kernel")]
    public void Run_BadUsage_EndsWithTwoAndOneSentence(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(2, Cli.Run(args, output, error));
        Assert.Empty(output.ToString());
        Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Run_FewSeeds_EndsWithOneLine()
    {
        using var output = new StringWriter();
        Assert.Equal(0, Cli.Run(["--seeds", "3", "--from", "1"], output, TextWriter.Null));
        Assert.Matches(@"^seeds=3 failing=0 messages=\d+ effects=\d+ duplicates=0 unapproved=0 unknown=\d+\n$", output.ToString());
    }

    [Fact]
    public void Run_BrokenKernel_EndsWithOneAndShowsTheSeed()
    {
        using var output = new StringWriter();
        Assert.Equal(1, Cli.Run(["--seeds", "4", "--control", "rendered-again"], output, TextWriter.Null));
        Assert.Contains("breaks ExactBytes", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("  1. deliver message", output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"seeds=4 failing=[1-4] .* unapproved=[1-4] unknown=\d+\n$", output.ToString());
    }

    [Fact]
    public void Missing_NothingHappened_IsTold() =>
        Assert.NotEmpty(LeastWork.Missing(new Tally(), 1));
}
