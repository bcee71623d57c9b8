using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using AiOs.Benchmarks.Chats;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Parts;
using AiOs.Benchmarks.Recalling;
using AiOs.Benchmarks.Reporting;

namespace AiOs.Benchmarks;

/// <summary>Runs the parts and prints one table.</summary>
internal sealed class BenchRun(BenchOptions options, TextWriter output, TextWriter progress)
{
    private readonly IBenchPart[] _parts =
    [
        new JournalPart(options),
        new RoundsPart(options),
        new StartPart(options),
        new MemoryPart(options),
        new FullStorePart(options),
        new SyncPart(options),
        new DiskPart(options),
        new RecallPart(options),
        new ModelPart(options),
        new ChatPart(options),
    ];

    /// <summary>Runs what was asked for. 0 done, 1 a part could not be measured, 2 there is no such part.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Only.FirstOrDefault(name => !_parts.Any(part => part.Name == name)) is { } unknown)
        {
            await progress.WriteLineAsync($"There is no part '{unknown}'.\n{BenchOptions.Usage}");
            return 2;
        }

        var report = new Report();
        var heading = Heading();
        var failed = false;
        foreach (var part in _parts.Where(part => options.Only.Count == 0 || options.Only.Contains(part.Name)))
        {
            failed |= !await RunAsync(part, report, cancellationToken);
        }

        heading.Add(string.Create(CultureInfo.InvariantCulture, $"load average at the end {LoadAverage()}"));
        await PrintAsync(report, heading, cancellationToken);
        return failed ? 1 : 0;
    }

    private async Task<bool> RunAsync(IBenchPart part, Report report, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await progress.WriteAsync($"{part.Name} … ");
        try
        {
            await part.RunAsync(report, cancellationToken);
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"));
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await progress.WriteLineAsync("FAILED\n" + fault);
            report.Add("FAILED", part.Name, double.NaN, string.Empty, note: fault.Message.ReplaceLineEndings(" "));
            return false;
        }
    }

    private async Task PrintAsync(Report report, List<string> heading, CancellationToken cancellationToken)
    {
        foreach (var line in heading)
        {
            await output.WriteLineAsync(line);
        }

        await report.PrintAsync(output);
        var goals = report.Rows.Count(row => row.Goal is not null);
        await output.WriteLineAsync($"\n{goals - report.Missed} of {goals} goals met, {report.Missed} missed.");
        if (options.JsonFile is { } file)
        {
            await report.WriteJsonAsync(file, heading, cancellationToken);
        }
    }

    private List<string> Heading()
    {
        var configuration = typeof(BenchRun).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var lines = new List<string>
        {
            $"AiOs benchmarks, {configuration} build, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}",
            string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, load average at the start {LoadAverage()}, one sync of 4 KB to this disk takes {DiskProbe.Milliseconds(options):F2} ms (median)"),
        };
        if (configuration != "Release")
        {
            lines.Add("NOT A RELEASE BUILD: the figures mean nothing; run with -c Release.");
        }

        if (options.Quick)
        {
            lines.Add("QUICK RUN: small amounts and short slices; it shows that the program works, not how quick the host is.");
        }

        return lines;
    }

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
