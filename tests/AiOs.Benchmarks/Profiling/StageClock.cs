using System.Diagnostics;
using System.Globalization;

namespace AiOs.Benchmarks.Profiling;

/// <summary>Adds up time and garbage by stage, on one thread.</summary>
internal sealed class StageClock
{
    private readonly List<Stage> _stages = [];
    private readonly Dictionary<string, Stage> _byName = [];

    public T Measure<T>(string name, Func<T> work)
    {
        var stage = Find(name);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var value = work();
        stage.Add(Stopwatch.GetTimestamp() - start, GC.GetAllocatedBytesForCurrentThread() - bytes);
        return value;
    }

    public void Measure(string name, Action work) => Measure(name, () =>
    {
        work();
        return 0;
    });

    public void Reset()
    {
        _stages.Clear();
        _byName.Clear();
    }

    /// <summary>A line for each stage: mean microseconds a round and bytes of garbage a round.</summary>
    public void Print(TextWriter output, int rounds)
    {
        foreach (var stage in _stages)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {stage.Name,-58} {stage.Ticks * 1e6 / Stopwatch.Frequency / rounds,9:F1} us {stage.Bytes / rounds,9:N0} B  {(double)stage.Calls / rounds,5:F1} calls"));
        }
    }

    public double MicrosecondsOf(Func<string, bool> which, int rounds) =>
        _stages.Where(stage => which(stage.Name)).Sum(stage => stage.Ticks) * 1e6 / Stopwatch.Frequency / rounds;

    private Stage Find(string name)
    {
        if (!_byName.TryGetValue(name, out var stage))
        {
            _stages.Add(stage = _byName[name] = new Stage(name));
        }

        return stage;
    }

    private sealed class Stage(string name)
    {
        public string Name { get; } = name;

        public long Ticks { get; private set; }

        public long Bytes { get; private set; }

        public long Calls { get; private set; }

        public void Add(long ticks, long bytes)
        {
            Ticks += ticks;
            Bytes += bytes;
            Calls++;
        }
    }
}
