using System.Diagnostics;
using AiOs.Simulation.CommandLine;

namespace AiOs.Simulation.Tests;

/// <summary>R2: the same seed is the same journal in another process too, whatever order the seeds come in.</summary>
public sealed class FreshProcessTests
{
    [Fact]
    public async Task Hashes_InFreshProcess_AreSame()
    {
        using var here = new StringWriter();
        Assert.Equal(0, Cli.Run(["--hashes", "5", "--from", "11"], here, TextWriter.Null));
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && path.EndsWith("dotnet", StringComparison.Ordinal) ? path : "dotnet")
        {
            ArgumentList = { typeof(Cli).Assembly.Location, "--hashes", "7", "--from", "9" },
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var there = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var lines = here.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => Assert.Contains(line, there, StringComparison.Ordinal));
    }
}
