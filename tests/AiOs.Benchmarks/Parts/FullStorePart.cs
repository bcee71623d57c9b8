using System.Globalization;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Load;
using AiOs.Benchmarks.Reporting;

namespace AiOs.Benchmarks.Parts;

/// <summary>The same rounds on a store that holds much, in turns with a fresh one.</summary>
internal sealed class FullStorePart(BenchOptions options) : IBenchPart
{
    private const int Workers = 16;
    private const double LeastOfFresh = 90;

    public string Name => "full";

    private int Items => options.Quick ? 500 : 20_000;

    public async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var fullFolder = BenchFolder.Make(options, "full");
        using var freshFolder = BenchFolder.Make(options, "fresh");
        await FilledStore.FillAsync(fullFolder, 0, Items, cancellationToken);
        await using var full = await ServerProcess.StartHostAsync(fullFolder, cancellationToken);
        await using var fresh = await ServerProcess.StartHostAsync(freshFolder, cancellationToken);
        var (onFull, onFresh) = (new HttpLoad(full, new MailForge(31)), new HttpLoad(fresh, new MailForge(32)));
        onFull.RunFor(Workers, options.WarmUp / 2);
        onFresh.RunFor(Workers, options.WarmUp / 2);
        var (fulls, freshes) = (new List<LoadSlice>(), new List<LoadSlice>());
        for (var slice = 0; slice < options.Slices; slice++)
        {
            freshes.Add(onFresh.RunFor(Workers, options.Slice));
            fulls.Add(onFull.RunFor(Workers, options.Slice));
        }

        HostChecks.MustHold(freshFolder, onFresh.Rounds);
        HostChecks.MustHold(fullFolder, onFull.Rounds, before: Items);
        Print(report, fulls, freshes, onFresh.Rounds);
    }

    private void Print(Report report, List<LoadSlice> fulls, List<LoadSlice> freshes, int grown)
    {
        const string Section = "Rounds over HTTP with much stored, concurrency 16 (medians of slices in turns)";
        report.Add(Section, "fresh store", Figures.Median(freshes.Select(slice => slice.PerSecond)), "rounds/s", note: string.Create(CultureInfo.InvariantCulture, $"{grown:N0} stored at the end"));
        report.Add(Section, string.Create(CultureInfo.InvariantCulture, $"{Items:N0} work items stored before"), Figures.Median(fulls.Select(slice => slice.PerSecond)), "rounds/s");
        var ratio = Figures.Median(fulls.Zip(freshes, (full, fresh) => full.PerSecond / fresh.PerSecond * 100));
        report.Add(Section, "full to fresh", ratio, "%", Goal.Least(LeastOfFresh));
    }
}
