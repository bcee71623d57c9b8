using System.Diagnostics;
using System.Globalization;
using AiOs.Benchmarks.Floors;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Reporting;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal;

namespace AiOs.Benchmarks.Parts;

/// <summary>Commits per second through our journal (canonical, chained, sealed, projected, deduplicated) beside raw SQLite with the same bytes.</summary>
internal sealed class JournalPart(BenchOptions options) : IBenchPart
{
    private const int CommitsOfAStream = 3;
    private const string Section = "Journal: durable commits per second (WAL, synchronous=FULL), medians of slices in turns";

    public string Name => "journal";

    public async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        foreach (var writers in new[] { 1, 16, 128 })
        {
            using var folder = BenchFolder.Make(options, "journal");
            await using var host = await InProcessHost.StartAsync(folder, opened: true, cancellationToken);
            await using var bare = new BareJournal(Path.Combine(folder.Path, "bare.db"));
            await OursAsync(host, writers, options.Slice / 2, cancellationToken);
            var body = RoundBytes.Body(AverageBody(folder.Database));
            await BareAsync(bare, writers, body, options.Slice / 2);
            var (ours, floor) = (new List<double>(), new List<double>());
            for (var slice = 0; slice < options.Slices; slice++)
            {
                ours.Add(await OursAsync(host, writers, options.Slice, cancellationToken));
                floor.Add(await BareAsync(bare, writers, body, options.Slice));
            }

            Add(report, writers, ours, floor, body.Length);
        }
    }

    private static void Add(Report report, int writers, List<double> ours, List<double> floor, int bytes)
    {
        var note = string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes a commit");
        report.Add(Section, $"{writers,3} writers: journal", Figures.Median(ours), "/s", note: note);
        report.Add(Section, $"{writers,3} writers: raw SQLite", Figures.Median(floor), "/s");
        report.Add(Section, $"{writers,3} writers: ratio", Figures.Median(ours.Zip(floor, (own, raw) => own / raw * 100)), "%");
    }

    private static async Task<double> OursAsync(InProcessHost host, int writers, TimeSpan time, CancellationToken cancellationToken)
    {
        var (journal, ids) = (host.Get<WorkspaceJournal>(), host.Get<IdSource>());
        return await RateAsync(writers, time, () => WriterAsync(journal, ids, cancellationToken));
    }

    private static Task<double> BareAsync(BareJournal bare, int writers, byte[] body, TimeSpan time) =>
        RateAsync(writers, time, () => () => bare.CommitAsync(body));

    private static async Task<double> RateAsync(int writers, TimeSpan time, Func<Func<Task>> writer)
    {
        var commits = 0L;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(WorkAsync)));
        return commits / Stopwatch.GetElapsedTime(start).TotalSeconds;

        async Task WorkAsync()
        {
            var commit = writer();
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                await commit();
                Interlocked.Increment(ref commits);
            }
        }
    }

    /// <summary>Notes of a few lines, three commits to a stream: the first brings its key and a dedupe hash, as the commits of a work item do.</summary>
    private static Func<Task> WriterAsync(WorkspaceJournal journal, IdSource ids, CancellationToken cancellationToken)
    {
        var (stream, version) = (default(StreamId), CommitsOfAStream);
        return async () =>
        {
            var note = new EffectId(ids.Next());
            var isFirst = version == CommitsOfAStream;
            (stream, version) = isFirst ? (StreamId.OfKnowledge(note), 1) : (stream, version + 1);
            var text = $"Note {note}: the client prefers short mails in the morning, wants to see every price with and without tax, and asked to be called on Thursdays only.";
            var request = new AppendRequest
            {
                Stream = stream,
                Cause = "effect/" + note,
                Dedupe = isFirst ? note.ToString() : null,
                Decide = _ => [new NoteKept(note) { Personal = new NoteKept.Words("What the client prefers", text) }],
            };
            if (await journal.AppendAsync(request, cancellationToken) is not AppendResult.Appended)
            {
                throw new InvalidOperationException("A commit was not appended.");
            }
        };
    }

    private static int AverageBody(string database)
    {
        using var connection = RoundBytes.Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT avg(length(body)) FROM commits";
        return (int)(double)command.ExecuteScalar()!;
    }
}
