using System.Diagnostics;
using AiOs.Benchmarks.Reporting;

namespace AiOs.Benchmarks.Hosts;

/// <summary>What one wait for this disk costs: the least that any durable commit can take.</summary>
internal static class DiskProbe
{
    private const int Tries = 200;
    private const int Block = 4096;

    public static double Milliseconds(BenchOptions options)
    {
        using var folder = BenchFolder.Make(options, "probe");
        using var file = File.OpenHandle(Path.Combine(folder.Path, "probe"), FileMode.Create, FileAccess.Write);
        var block = new byte[Block];
        var times = new List<double>(Tries);
        for (var index = 0; index < Tries; index++)
        {
            RandomAccess.Write(file, block, (long)index * Block);
            var start = Stopwatch.GetTimestamp();
            RandomAccess.FlushToDisk(file);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Figures.Median(times);
    }
}
