using AiOs.Simulation.Controls;
using AiOs.Simulation.Scripts;
using AiOs.Simulation.Soak;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.CommandLine;

/// <summary>The command line: what failed and one closing line go out, all else goes to the error stream.</summary>
internal static class Cli
{
    private const int MostShrunk = 5;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (Options.Read(args, out _) is not { SoakMinutes: > 0 } options)
        {
            return Run(args, output, error);
        }

        await using var workspace = new SoakWorkspace();
        var figures = await new SoakRun(workspace, TimeSpan.FromMinutes(options.SoakMinutes), options.Rate, error).RunAsync(cancellationToken);
        var faults = figures.Faults().ToArray();
        foreach (var fault in faults)
        {
            await output.WriteLineAsync($"The soak failed: {fault}.");
        }

        await output.WriteLineAsync(figures.ToString());
        return faults.Length > 0 ? 1 : 0;
    }

    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        if (Options.Read(args, out var fault) is not { } options)
        {
            error.WriteLine(fault);
            return 2;
        }

        var control = options.Control is { } name ? BrokenKernels.All.FirstOrDefault(one => one.Name == name) : null;
        if (options.Control is not null && control is null)
        {
            error.WriteLine($"There is no broken kernel '{options.Control}'; there are {string.Join(", ", BrokenKernels.All.Select(one => one.Name))}.");
            return 2;
        }

        return options.Hashes > 0 ? WriteHashes(options, output) : RunSeeds(new SeedSweep(options.From, options.Seeds, control), control, output, error);
    }

    private static int WriteHashes(Options options, TextWriter output)
    {
        for (var seed = options.From; seed < options.From + options.Hashes; seed++)
        {
            output.WriteLine(FormattableString.Invariant($"seed {seed} ends in {WorldRun.Play(ScriptMaker.Of(seed), control: null).JournalHash}"));
        }

        return 0;
    }

    private static int RunSeeds(SeedSweep sweep, Control? control, TextWriter output, TextWriter error)
    {
        sweep.Run(done =>
        {
            if (done % 100 == 0)
            {
                error.WriteLine(FormattableString.Invariant($"{done} of {sweep.Seeds} seeds"));
            }
        });
        var shrunk = 0;
        foreach (var (seed, violation) in sweep.Failures)
        {
            output.WriteLine(FormattableString.Invariant($"seed {seed} breaks {violation.Invariant}: {violation.Sentence}"));
            if (shrunk++ < MostShrunk)
            {
                WriteScript(seed, control, output);
            }
        }

        error.WriteLine(sweep.Tally.ToString());
        var missing = LeastWork.Missing(sweep.Tally, sweep.Seeds).ToArray();
        foreach (var line in missing)
        {
            error.WriteLine($"Too little happened: {line}.");
        }

        output.WriteLine(sweep.ClosingLine());
        return sweep.Failures.Count > 0 || missing.Length > 0 ? 1 : 0;
    }

    private static void WriteScript(long seed, Control? control, TextWriter output)
    {
        var script = Shrinker.Shrink(ScriptMaker.Of(seed), control);
        output.WriteLine(FormattableString.Invariant($"  {script.Setting}, interleaving {script.Shuffle}"));
        foreach (var line in script.Lines())
        {
            output.WriteLine("  " + line);
        }
    }
}
