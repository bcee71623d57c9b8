using AiOs.Simulation.Controls;
using AiOs.Simulation.Scripts;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.CommandLine;

/// <summary>Runs many seeds, a few at a time, each on one thread of its own.</summary>
internal sealed class SeedSweep(long from, int seeds, Control? control)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, Violation> _failures = [];
    private int _done;

    public Tally Tally { get; } = new();

    public IReadOnlyDictionary<long, Violation> Failures => _failures;

    public int Seeds => seeds;

    /// <summary>Runs them all.</summary>
    /// <param name="progress">Told now and then how many are done.</param>
    public void Run(Action<int> progress)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, 4) };
        Parallel.For(0, seeds, options, index =>
        {
            var seed = from + index;
            var result = WorldRun.Play(ScriptMaker.Of(seed), control);
            lock (_gate)
            {
                Tally.Add(result.Tally);
                if (result.Violation is { } violation)
                {
                    _failures[seed] = violation;
                }

                progress(++_done);
            }
        });
    }

    /// <summary>The one line that ends a run.</summary>
    /// <returns>The line.</returns>
    public string ClosingLine() => FormattableString.Invariant(
        $"seeds={seeds} failing={_failures.Count} messages={Tally[Happening.Message]} effects={Tally[Happening.Applied]} duplicates={Tally[Happening.Duplicate]} unapproved={Tally[Happening.Unapproved]} unknown={Tally[Happening.Unknown]}");
}
