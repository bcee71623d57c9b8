using System.Globalization;
using System.Text.Json;
using AiOs.Benchmarks.Floors;
using AiOs.Benchmarks.Reporting;
using AiOs.Storage.Sqlite.Reading;
using Microsoft.Data.Sqlite;

namespace AiOs.Benchmarks.Parts;

/// <summary>Takes a journal's file apart: pages by table and index, commit bodies by what they hold.</summary>
internal sealed class DiskBreakdown(string database, int items) : IDisposable
{
    private const string Pages = "What takes the space: pages a work item, by table and index";
    private const string Bodies = "What takes the space: canonical bytes of the commits a work item, before the store packs them";
    private const int PageOfCommits = 500;

    private readonly SqliteConnection _connection = RoundBytes.Open(database);

    public void Print(Report report)
    {
        PrintPages(report);
        PrintBodies(report);
    }

    public void Dispose() => _connection.Dispose();

    private void PrintPages(Report report)
    {
        var file = File.ReadAllBytes(database);
        var trees = Rows("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0 UNION ALL SELECT 'sqlite_schema', 1", row => (Name: row.GetString(0), Root: row.GetInt64(1)));
        var counted = 0L;
        foreach (var (name, pages) in trees.Select(tree => (tree.Name, Walked(file, tree.Root))).OrderByDescending(tree => tree.Item2.Bytes))
        {
            counted += pages.Bytes;
            report.Add(Pages, name, (double)pages.Bytes / items, "B", note: string.Create(CultureInfo.InvariantCulture, $"rows {(double)pages.Payload / items:F0}, the rest is page heads, pointers and free space"));
        }

        report.Add(Pages, "free pages", (double)(file.Length - counted) / items, "B");
    }

    private static PageCount Walked(byte[] file, long root)
    {
        var pages = new PageCount(file);
        pages.Walk(root);
        return pages;
    }

    private void PrintBodies(Report report)
    {
        var parts = new Dictionary<string, long>();
        using var readers = new ReaderPool(database);
        for (var (from, count) = (1L, PageOfCommits); count > 0; from += count)
        {
            var page = readers.Read(reader => reader.Read(from, PageOfCommits));
            count = page.Count;
            foreach (var commit in page)
            {
                Take(parts, commit.Bytes);
            }
        }

        var packed = Rows("SELECT sum(length(body)) FROM commits", row => row.GetInt64(0))[0];
        report.Add(Bodies, "all of them as stored (packed)", (double)packed / items, "B");
        report.Add(Bodies, "all of them", (double)parts.Values.Sum() / items, "B");
        foreach (var (name, bytes) in parts.OrderByDescending(pair => pair.Value))
        {
            report.Add(Bodies, name, (double)bytes / items, "B");
        }
    }

    private static void Take(Dictionary<string, long> parts, ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var version = root.GetProperty("version").GetInt64();
        var rest = body.Length;
        if (root.TryGetProperty("sealed", out var sealedPart))
        {
            var length = sealedPart.GetString()!.Length;
            Add($"commit {version}: sealed part (as base64)", length);
            rest -= length;
        }

        foreach (var happened in root.GetProperty("events").EnumerateArray())
        {
            var length = happened.GetRawText().Length;
            Add($"event {happened.GetProperty("type").GetString()}: clear part", length);
            rest -= length;
        }

        Add("commits' own members (ids, hashes, stream, times)", rest);
        return;

        void Add(string name, int bytes) => parts[name] = parts.GetValueOrDefault(name) + bytes;
    }

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // the queries are constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
