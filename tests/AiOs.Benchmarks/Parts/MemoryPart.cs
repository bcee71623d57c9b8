using System.Globalization;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Load;
using AiOs.Benchmarks.Reporting;

namespace AiOs.Benchmarks.Parts;

/// <summary>How much memory the host holds, idle and after many rounds, and how many handles.</summary>
internal sealed class MemoryPart(BenchOptions options) : IBenchPart
{
    private const string Section = "Memory (proportional set size)";
    private const double MostIdle = 100;

    public string Name => "memory";

    private int Rounds => options.Quick ? 200 : 10_000;

    private TimeSpan Settle => TimeSpan.FromSeconds(options.Quick ? 1 : 10);

    public async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var folder = BenchFolder.Make(options, "memory");
        await using var host = await ServerProcess.StartHostAsync(folder, cancellationToken);
        await Task.Delay(Settle, cancellationToken);
        Add(report, host, "idle after the start", Goal.Most(MostIdle));
        var load = new HttpLoad(host, new MailForge(21));
        var half = load.RunRounds(16, Rounds / 2);
        await Task.Delay(Settle, cancellationToken);
        Add(report, host, string.Create(CultureInfo.InvariantCulture, $"after {load.Rounds:N0} rounds"), goal: null);
        load.RunRounds(16, Rounds - half.Rounds);
        await Task.Delay(Settle, cancellationToken);
        Add(report, host, string.Create(CultureInfo.InvariantCulture, $"after {load.Rounds:N0} rounds"), goal: null);
        HostChecks.MustHold(folder, load.Rounds);
    }

    private static void Add(Report report, ServerProcess host, string when, Goal? goal)
    {
        var note = string.Create(CultureInfo.InvariantCulture, $"resident {ProcessFigures.Rss(host.Id):F0} MB, {ProcessFigures.Handles(host.Id)} handles");
        report.Add(Section, when, ProcessFigures.Pss(host.Id), "MB", goal, note);
    }
}
