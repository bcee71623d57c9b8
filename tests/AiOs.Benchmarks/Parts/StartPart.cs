using System.Globalization;
using AiOs.Benchmarks.Floors;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Reporting;

namespace AiOs.Benchmarks.Parts;

/// <summary>From making the process to its ready line, with nothing stored and with much.</summary>
internal sealed class StartPart(BenchOptions options) : IBenchPart
{
    private const string Section = "Start to ready (process made to ready line; medians, in turns, files in the page cache)";
    private const double MostSeconds = 1;
    private const int CommitsOfARound = 3;

    public string Name => "start";

    private int Commits => options.Quick ? 1_500 : 100_000;

    private int Starts => options.Quick ? 2 : 9;

    public async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var full = BenchFolder.Make(options, "full");
        using var empty = BenchFolder.Make(options, "empty");
        await FilledStore.FillAsync(full, 0, (Commits / CommitsOfARound) + 1, cancellationToken);
        var stored = Stored(full.Database);
        var (none, many, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var start = 0; start < Starts; start++)
        {
            Clear(empty);
            none.Add(await ReadyAfterAsync(empty, [], cancellationToken));
            many.Add(await ReadyAfterAsync(full, memory, cancellationToken));
        }

        report.Add(Section, "0 commits stored", Figures.Median(none), "s", note: Range(none) + "; makes its folder, keys and journal");
        report.Add(Section, string.Create(CultureInfo.InvariantCulture, $"{stored:N0} commits stored"), Figures.Median(many), "s", Goal.Most(MostSeconds), Range(many));
        report.Add(Section, "PSS just after that", Figures.Median(memory), "MB");
    }

    private static async Task<double> ReadyAfterAsync(BenchFolder folder, List<double> memory, CancellationToken cancellationToken)
    {
        await using var host = await ServerProcess.StartHostAsync(folder, cancellationToken);
        memory.Add(ProcessFigures.Pss(host.Id));
        return host.ReadyAfter.TotalSeconds;
    }

    private static void Clear(BenchFolder folder)
    {
        foreach (var inside in Directory.GetDirectories(folder.Path))
        {
            Directory.Delete(inside, recursive: true);
        }
    }

    private long Stored(string database)
    {
        using var connection = RoundBytes.Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT max(position) FROM commits";
        var stored = (long)command.ExecuteScalar()!;
        return stored >= Commits ? stored : throw new InvalidOperationException($"Only {stored} commits were stored.");
    }

    private static string Range(List<double> values) => string.Create(CultureInfo.InvariantCulture, $"{values.Min():F2} to {values.Max():F2} s of {values.Count}");
}
