using System.Globalization;
using AiOs.Benchmarks.Floors;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Load;
using AiOs.Benchmarks.Reporting;

namespace AiOs.Benchmarks.Parts;

/// <summary>Whole rounds through the real host over HTTP, beside two floors measured in turns with it: rates, latencies, CPU.</summary>
internal sealed class RoundsPart(BenchOptions options) : IBenchPart
{
    private const int WarmUpWorkers = 16;

    public string Name => "rounds";

    public async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var folder = BenchFolder.Make(options, "rounds");
        await using var host = await ServerProcess.StartHostAsync(folder, cancellationToken);
        var load = new HttpLoad(host, new MailForge(11));
        var warm = load.RunFor(WarmUpWorkers, options.WarmUp);
        load.RunFor(1, options.WarmUp / 4);
        var bytes = RoundBytes.Of(folder.Database, warm);
        foreach (var workers in new[] { 1, 16 })
        {
            await MeasureAsync(new RoundsTable(report, workers, bytes), load, bytes, workers, cancellationToken);
        }

        HostChecks.MustHold(folder, load.Rounds);
    }

    private async Task MeasureAsync(RoundsTable table, HttpLoad load, RoundBytes bytes, int workers, CancellationToken cancellationToken)
    {
        using var floors = BenchFolder.Make(options, "floor");
        var beside = Directory.CreateDirectory(Path.Combine(floors.Path, "http")).FullName;
        await using var bare = new BareRounds(floors.Path, bytes, withFile: false);
        await using var filed = new BareRounds(Directory.CreateDirectory(Path.Combine(floors.Path, "filed")).FullName, bytes, withFile: true);
        int floorRounds;
        await using (var server = await ServerProcess.StartSelfAsync(FloorServer.Arguments(beside, bytes), cancellationToken))
        {
            var floor = new HttpLoad(server, new MailForge(12));
            floor.RunFor(WarmUpWorkers, options.WarmUp / 2);
            await bare.RunForAsync(workers, options.WarmUp / 8);
            await filed.RunForAsync(workers, options.WarmUp / 8);
            for (var slice = 0; slice < options.Slices; slice++)
            {
                table.Ours.Add(load.RunFor(workers, options.Slice));
                table.Bare.Add(await bare.RunForAsync(workers, options.Slice));
                table.Http.Add(floor.RunFor(workers, options.Slice));
                table.Filed.Add(await filed.RunForAsync(workers, options.Slice));
            }

            floorRounds = floor.Rounds;
        }

        MustHaveStored(Path.Combine(beside, "floor.db"), floorRounds);
        table.Print();
    }

    private static void MustHaveStored(string database, int rounds)
    {
        using var connection = RoundBytes.Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM commits";
        var stored = Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (stored != 3L * rounds)
        {
            throw new InvalidOperationException($"The floor over HTTP stored {stored} commits for {rounds} rounds.");
        }
    }
}
