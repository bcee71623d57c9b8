using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Parts;
using AiOs.Benchmarks.Reporting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Memory.Embedding;
using AiOs.Memory.Knowledge;
using AiOs.Memory.Retrieval;
using AiOs.Memory.Vectors;
using AiOs.Storage.Sqlite;
using AiOs.Storage.Sqlite.Files;
using AiOs.Storage.Sqlite.Knowledge;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiOs.Benchmarks.Recalling;

/// <summary>Search in memory: exact comparison against reading the same memory once and against sqlite-vec, and whole searches over SQLite.</summary>
internal sealed class RecallPart(BenchOptions options) : IBenchPart
{
    private const string Exact = "Exact vector search, top 10 (one thread; in turns)";
    private const double MostTimesOneRead = 1.15;

    public string Name => "recall";

    private int Vectors => options.Quick ? 5_000 : 100_000;

    private int Rounds => options.Quick ? 20 : 200;

    public async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        CompareVectors(report);
        foreach (var count in options.Quick ? [1_000] : new[] { 10_000, 100_000 })
        {
            await SearchAsync(report, count, cancellationToken);
        }
    }

    private void CompareVectors(Report report)
    {
        var corpus = new RecallCorpus(5);
        var matrix = new VectorMatrix(LocalEmbedding.Dimensions);
        using var peer = SqliteVecPeer.TryOpen();
        for (var number = 0; number < Vectors; number++)
        {
            var (item, vector) = (corpus.Next(number) with { Text = string.Empty }, corpus.Vector());
            matrix.Put(item, vector);
            peer?.Put(number, vector);
        }

        peer?.Ready();
        var (read, search, filtered, other) = (new List<long>(), new List<long>(), new List<long>(), new List<long>());
        var filter = new KnowledgeFilter { Kinds = [KnowledgeKind.Note, KnowledgeKind.Message] };
        for (var round = 0; round < Rounds; round++)
        {
            var query = corpus.Vector();
            read.Add(Time(() => Read(matrix)));
            search.Add(Time(() => Must(matrix.Search(query, KnowledgeFilter.All, 10).Count)));
            filtered.Add(Time(() => Must(matrix.Search(query, filter, 10).Count)));
            if (peer is not null && round % 10 == 0)
            {
                other.Add(Time(() => Must(peer.Search(query, 10))));
                MustAgree(peer, matrix, query);
            }
        }

        var floor = Figures.Percentile(read, 50);
        report.Add(Exact, Text($"reading {Vectors:N0} x 384 floats once, p50"), floor, "ms", note: Text($"{matrix.Bytes / 1e6 / floor:F1} GB/s; p95 {Figures.Percentile(read, 95):F2} ms"));
        report.Add(Exact, "search, p50", Figures.Percentile(search, 50), "ms", note: Text($"p95 {Figures.Percentile(search, 95):F2} ms; no index is built"));
        report.Add(Exact, "search against one read, p50", Figures.Percentile(search, 50) / floor, "times", Goal.Most(MostTimesOneRead));
        report.Add(Exact, "search where a third may be found, p50", Figures.Percentile(filtered, 50), "ms");
        report.Add(Exact, "memory for each piece", matrix.Bytes / (double)Vectors, "B", note: "the vectors; ids and what filters look at come on top");
        if (peer is not null)
        {
            report.Add(Exact, "sqlite-vec 0.1.9, p50", Figures.Percentile(other, 50), "ms", note: Text($"p95 {Figures.Percentile(other, 95):F2} ms; exact too, the same ten pieces"));
        }
        else
        {
            report.Add(Exact, "sqlite-vec", double.NaN, string.Empty, note: "not installed: tests/install-peers.sh");
        }
    }

    /// <summary>Every value once, in the order it lies in memory.</summary>
    private static void Read(VectorMatrix matrix)
    {
        var sum = 0f;
        for (var chunk = 0; chunk < matrix.Rows.Chunks; chunk++)
        {
            sum += TensorPrimitives.Sum(matrix.Rows.Chunk(chunk));
        }

        Must(float.IsNaN(sum) ? 0 : 1);
    }

    private static void MustAgree(SqliteVecPeer peer, VectorMatrix matrix, float[] query)
    {
        var mine = matrix.Search(query, KnowledgeFilter.All, 10).Select(score => score.Item.Value);
        var theirs = peer.Last.Select(number => string.Create(CultureInfo.InvariantCulture, $"work/{number:x32}#message"));
        if (!mine.Order().SequenceEqual(theirs.Order()))
        {
            throw new InvalidOperationException("sqlite-vec found other pieces.");
        }
    }

    private async Task SearchAsync(Report report, int count, CancellationToken cancellationToken)
    {
        var section = Text($"Search by words and meaning over {count:N0} pieces in SQLite, top 10");
        using var folder = BenchFolder.Make(options, "recall");
        var sqlite = new SqliteOptions { Path = folder.Database };
        using var held = WorkspaceLock.Take(folder.Data);
        await using var journal = SqliteJournalStore.Open(sqlite, new WorkspaceId("w1"), held);
        using var kept = new SqliteKnowledgeStore(journal);
        using var index = new VectorIndex(kept);
        var store = new LiveKnowledgeStore(kept, index);
        var corpus = new RecallCorpus(9);
        var start = Stopwatch.GetTimestamp();
        const int Batch = 256;
        for (var first = 0; first < count; first += Batch)
        {
            var items = Enumerable.Range(first, Math.Min(Batch, count - first)).Select(corpus.Next).ToArray();
            var vectors = items.Select(item => new KnowledgeVector(item.Id, LocalEmbedding.ModelId, LocalEmbedding.Embed(EmbeddedText.Of(item)))).ToArray();
            await store.ApplyAsync(new KnowledgeBatch(first + Batch) { Items = items, Vectors = vectors }, cancellationToken);
        }

        report.Add(section, "learned", count / Stopwatch.GetElapsedTime(start).TotalSeconds, "/s", note: Text($"embedded, indexed and durable; {new FileInfo(folder.Database).Length / (double)count:F0} B for each piece on disk"));
        var recall = new Recall(store, new MeaningSearch(store, new EmbeddingModels(null), new Embedder(TimeProvider.System), NullLogger<MeaningSearch>.Instance));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var filling = await TimeAsync(async () => Must((await recall.SearchAsync(corpus.Query(), cancellationToken)).Count));
        var after = GC.GetTotalMemory(forceFullCollection: true);
        var (whole, words) = (new List<long>(), new List<long>());
        for (var round = 0; round < Rounds; round++)
        {
            var query = corpus.Query();
            whole.Add(await TimeAsync(async () => Must((await recall.SearchAsync(query, cancellationToken)).Count)));
            words.Add(await TimeAsync(async () => Must((await store.SearchTextAsync(query.Words, query.Filter, 50, cancellationToken)).Count)));
        }

        report.Add(section, "p50", Figures.Percentile(whole, 50), "ms", note: Text($"of it by words {Figures.Percentile(words, 50):F2} ms"));
        report.Add(section, "p95", Figures.Percentile(whole, 95), "ms", note: Text($"of it by words {Figures.Percentile(words, 95):F2} ms"));
        report.Add(section, "first search, which reads the vectors", filling * 1e3 / Stopwatch.Frequency, "ms");
        report.Add(section, "memory for each piece", (after - before) / (double)count, "B", note: "vector, id and what filters look at");
    }

    private static long Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetTimestamp() - start;
    }

    private static async Task<long> TimeAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetTimestamp() - start;
    }

    private static void Must(int found)
    {
        if (found == 0)
        {
            throw new InvalidOperationException("Nothing was found.");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
