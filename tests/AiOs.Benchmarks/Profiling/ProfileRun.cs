using System.Diagnostics;
using System.Globalization;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Load;
using AiOs.Benchmarks.Parts;
using AiOs.Contracts.Desk;
using AiOs.Storage.Sqlite;

namespace AiOs.Benchmarks.Profiling;

/// <summary>Where the time of a round goes, in this process and without HTTP.</summary>
internal sealed class ProfileRun(BenchOptions options, TextWriter output)
{
    private int Rounds => options.Quick ? 100 : 2000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.LoopSeconds > 0)
        {
            await LoopAsync(cancellationToken);
            return;
        }

        await StagesAsync("Stages of one round, one thread, synchronous=FULL", durable: true, cancellationToken);
        await StagesAsync("The same with synchronous=OFF (what the appends cost without the disk)", durable: false, cancellationToken);
        foreach (var workers in new[] { 1, 16 })
        {
            using var folder = BenchFolder.Make(options, "profile");
            await using var host = await InProcessHost.StartAsync(folder, opened: true, cancellationToken);
            await DriveAsync(host, workers, Rounds / 4, 1_000_000, cancellationToken);
            var (wall, cpu, bytes) = await TimedAsync(() => DriveAsync(host, workers, Rounds, 2_000_000, cancellationToken));
            Line($"Through IInbox and IDesk, concurrency {workers,2}: {Rounds / wall,7:F0} rounds/s, {wall * 1e6 / Rounds,7:F0} us wall, {cpu * 1e6 / Rounds,7:F0} us CPU, {bytes / Rounds,9:N0} B of garbage a round");
        }
    }

    private async Task StagesAsync(string title, bool durable, CancellationToken cancellationToken)
    {
        using var folder = BenchFolder.Make(options, "profile");
        await using var host = await InProcessHost.StartAsync(folder, opened: false, cancellationToken);
        if (!durable)
        {
            host.Get<SqliteJournalStore>().Setting("synchronous=OFF");
        }

        var forge = new MailForge(7);
        var stages = new StageClock();
        var pieces = new StageClock();
        var round = new StagedRound(host, stages);
        var piece = new PieceTimes(host, pieces);
        Repeat(forge, round, piece, 0, Rounds / 4);
        stages.Reset();
        pieces.Reset();
        var (commits, json, personal, packed, clear) = (round.CommitBytes, round.JsonBytes, piece.PersonalBytes, piece.PackedBytes, piece.ClearBytes);
        Repeat(forge, round, piece, Rounds, Rounds);
        Line($"{title} ({Rounds} rounds, {round.Last!.Mail.Length} bytes of mail)");
        Print(stages, pieces);
        Line($"  bytes a round: commits {(round.CommitBytes - commits) / Rounds}, replies {(round.JsonBytes - json) / Rounds}; commit 1: clear events {(piece.ClearBytes - clear) / Rounds}, personal JSON {(piece.PersonalBytes - personal) / Rounds}, packed {(piece.PackedBytes - packed) / Rounds}");
        Line($"");
    }

    private void Print(StageClock stages, StageClock pieces)
    {
        stages.Print(output, Rounds);
        Line($"  {"sum",-58} {stages.MicrosecondsOf(_ => true, Rounds),9:F1} us");
        Line($"  {"of it appends",-58} {stages.MicrosecondsOf(name => name.EndsWith("append", StringComparison.Ordinal), Rounds),9:F1} us");
        Line($"  {"of it the effect",-58} {stages.MicrosecondsOf(name => name.StartsWith("10 ", StringComparison.Ordinal), Rounds),9:F1} us");
        output.WriteLine(" Pieces of the above, called apart");
        pieces.Print(output, Rounds);
    }

    private static void Repeat(MailForge forge, StagedRound round, PieceTimes piece, int from, int count)
    {
        for (var number = from; number < from + count; number++)
        {
            var state = round.Run(forge.Make(number));
            if (state is not WorkItemState.Done)
            {
                throw new InvalidOperationException($"The round of mail {number} ended as {state}.");
            }

            piece.Run(round.Last!);
        }
    }

    /// <summary>Rounds until the time is over: what a sampling profiler is held against.</summary>
    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        using var folder = BenchFolder.Make(options, "profile");
        await using var host = await InProcessHost.StartAsync(folder, opened: true, cancellationToken);
        Line($"process {Environment.ProcessId} loops rounds at concurrency 16 for {options.LoopSeconds} s");
        var start = Stopwatch.GetTimestamp();
        for (var from = 0; Stopwatch.GetElapsedTime(start).TotalSeconds < options.LoopSeconds; from += Rounds)
        {
            var (wall, cpu, _) = await TimedAsync(() => DriveAsync(host, 16, Rounds, from, cancellationToken));
            Line($"{Rounds / wall,7:F0} rounds/s, {cpu * 1e6 / Rounds,7:F0} us CPU a round");
        }
    }

    private static async Task DriveAsync(InProcessHost host, int workers, int rounds, int from, CancellationToken cancellationToken)
    {
        var forge = new MailForge(7);
        var mails = Enumerable.Range(from, rounds).Select(forge.Make).ToArray();
        var next = -1;
        async Task WorkAsync()
        {
            for (int number; (number = Interlocked.Increment(ref next)) < mails.Length;)
            {
                await FilledStore.RoundAsync(host, mails[number], cancellationToken);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync, cancellationToken)));
    }

    private static async Task<(double Wall, double Cpu, long Bytes)> TimedAsync(Func<Task> work)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var bytes = GC.GetTotalAllocatedBytes();
        var start = Stopwatch.GetTimestamp();
        await work();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds, GC.GetTotalAllocatedBytes() - bytes);
    }

    private void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
