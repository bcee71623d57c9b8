using System.Globalization;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Load;
using AiOs.Benchmarks.Reporting;

namespace AiOs.Benchmarks.Parts;

/// <summary>How often the host waits for the disk in a round.</summary>
internal sealed class SyncPart(BenchOptions options) : IBenchPart
{
    private const string Section = "Syncs (fsync, fdatasync and syncfs by strace, which slows the host)";

    public string Name => "syncs";

    public async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        foreach (var (workers, rounds, goal) in new[] { (1, options.Quick ? 40 : 400, Goal.Most(3)), (16, options.Quick ? 160 : 3200, Goal.Most(1)) })
        {
            using var folder = BenchFolder.Make(options, "syncs");
            await using var host = await ServerProcess.StartHostAsync(folder, cancellationToken);
            var load = new HttpLoad(host, new MailForge(41));
            load.RunFor(workers, options.WarmUp / 4);
            if (await SyncTrace.AttachAsync(host.Id, Path.Combine(folder.Path, "strace"), cancellationToken) is not { } trace)
            {
                report.Add(Section, "strace is missing or may not attach; nothing was counted", 0, string.Empty);
                return;
            }

            await using (trace)
            {
                var slice = load.RunRounds(workers, rounds);
                Print(report, folder, workers, slice, goal, await trace.StopAsync());
            }

            HostChecks.MustHold(folder, load.Rounds);
        }
    }

    private static void Print(Report report, BenchFolder folder, int workers, LoadSlice slice, Goal goal, IReadOnlyList<string> paths)
    {
        var kinds = paths.GroupBy(path => KindOf(folder, path)).ToDictionary(group => group.Key, group => group.Count());
        if (kinds.GetValueOrDefault("journal") == 0)
        {
            throw new InvalidOperationException("The host synced its journal not once; strace did not see it.");
        }

        var of = string.Create(CultureInfo.InvariantCulture, $"concurrency {workers,2}: ");
        report.Add(Section, of + "journal (aios.db, -wal) a round", (double)kinds["journal"] / slice.Rounds, string.Empty, goal, $"{kinds["journal"]} in {slice.Rounds} rounds");
        foreach (var (kind, count) in kinds.Where(pair => pair.Key != "journal").OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            report.Add(Section, of + kind + " a round", (double)count / slice.Rounds, string.Empty, note: string.Create(CultureInfo.InvariantCulture, $"{count / slice.Seconds:F1} a second"));
        }
    }

    private static string KindOf(BenchFolder folder, string path) => path switch
    {
        _ when path.StartsWith(folder.Database, StringComparison.Ordinal) => "journal",
        _ when path == folder.Outbox => "outbox folder",
        _ when path.StartsWith(folder.Outbox, StringComparison.Ordinal) => "outbox files",
        _ when path.Contains("head.json", StringComparison.Ordinal) => "signed heads",
        _ when path.Contains("/blobs", StringComparison.Ordinal) => "blobs",
        "syncfs" or "sync" => "syncfs (the whole file system, the journal too)",
        _ => "other files",
    };
}
