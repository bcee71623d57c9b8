using System.Diagnostics;

namespace AiOs.Benchmarks.Recalling;

/// <summary>How long something took each time: by the clock, and in this process's own processor time, which other programs' turns do not count in.</summary>
internal sealed class Timings
{
    public List<long> Wall { get; } = [];

    public List<long> Processor { get; } = [];

    /// <summary>A time in the ticks of <see cref="Stopwatch"/>.</summary>
    public static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    public void Add(Action action)
    {
        var used = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        action();
        Wall.Add(Stopwatch.GetTimestamp() - start);
        Processor.Add(Ticks(Environment.CpuUsage.TotalTime - used));
    }
}
