using System.Globalization;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Load;
using AiOs.Benchmarks.Reporting;

namespace AiOs.Benchmarks.Parts;

/// <summary>What a work item takes on the disk, and what takes it.</summary>
internal sealed class DiskPart(BenchOptions options) : IBenchPart
{
    private const string Section = "Bytes on disk a work item (after a checkpoint: the host was stopped)";
    private const double MostBytes = 5000;

    public string Name => "disk";

    private int Rounds => options.Quick ? 200 : 4000;

    public async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var folder = BenchFolder.Make(options, "disk");
        await (await ServerProcess.StartHostAsync(folder, cancellationToken)).DisposeAsync();
        var empty = JournalBytes(folder);
        var forge = new MailForge(51);
        int rounds;
        await using (var host = await ServerProcess.StartHostAsync(folder, cancellationToken))
        {
            var load = new HttpLoad(host, forge);
            load.RunRounds(16, Rounds);
            rounds = load.Rounds;
        }

        HostChecks.MustHold(folder, rounds);
        var mail = Enumerable.Range(0, rounds).Average(number => forge.Make(number).Length);
        var total = (double)(JournalBytes(folder) - empty) / rounds;
        report.Add(Section, "aios.db and its log, beyond the mail itself", total - mail, "B", Goal.Most(MostBytes), string.Create(CultureInfo.InvariantCulture, $"{rounds} rounds, mails of {mail:F0} bytes taken off"));
        report.Add(Section, "aios.db and its log, all of it", total, "B");
        report.Add(Section, "outbox, apart", (double)FolderBytes(folder.Outbox) / rounds, "B", note: "lengths; a file takes whole blocks");
        var others = Directory.GetFiles(folder.Data).Where(file => !file.StartsWith(folder.Database, StringComparison.Ordinal)).Sum(file => new FileInfo(file).Length);
        report.Add(Section, "keys, heads and lock, in all", others, "B", note: string.Create(CultureInfo.InvariantCulture, $"logs {FolderBytes(Path.Combine(folder.Data, "logs"))}, blobs {FolderBytes(Path.Combine(folder.Data, "blobs"))} in all"));
        using var breakdown = new DiskBreakdown(folder.Database, rounds);
        breakdown.Print(report);
    }

    private static long JournalBytes(BenchFolder folder) => Directory.GetFiles(folder.Data, "aios.db*").Sum(file => new FileInfo(file).Length);

    private static long FolderBytes(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) : 0;
}
