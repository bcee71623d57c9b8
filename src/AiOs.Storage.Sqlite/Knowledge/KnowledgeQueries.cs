using System.Runtime.InteropServices;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Sqlite.Database;
using AiOs.Storage.Sqlite.Reading;

namespace AiOs.Storage.Sqlite.Knowledge;

/// <summary>What is read of memory on one connection.</summary>
internal static class KnowledgeQueries
{
    private const string From = "FROM knowledge k JOIN knowledge_bodies b ON b.row = k.row";
    private const string OfModel = """
        SELECT k.id, v.vector FROM knowledge k CROSS JOIN knowledge_vectors v ON v.row = k.row
        WHERE v.model = (SELECT m.id FROM knowledge_models m WHERE m.name = ?1)
        """;

    public static long Position(JournalReader reader) =>
        JournalReader.First(reader.Of("SELECT position FROM knowledge_state WHERE id = 1"), static row => row.Long(0));

    public static List<KnowledgeItem> Find(JournalReader reader, IReadOnlyCollection<KnowledgeId> ids)
    {
        var found = new List<KnowledgeItem>(ids.Count);
        foreach (var id in ids.Distinct())
        {
            var select = reader.Of($"SELECT {KnowledgeRow.Columns} {From} WHERE k.id = ?").BindText(1, id.Value);
            if (JournalReader.First(select, KnowledgeRow.Read) is { } item)
            {
                found.Add(item);
            }
        }

        return found;
    }

    public static List<KnowledgeItem> List(JournalReader reader, KnowledgeFilterSql filter, KnowledgeId? before, int count)
    {
        const int Position = KnowledgeFilterSql.FirstFree;
        const int Id = Position + 1;
        const int Count = Position + 2;
        var position = long.MaxValue;
        if (before is { } last)
        {
            var found = JournalReader.All(reader.Of("SELECT position FROM knowledge WHERE id = ?").BindText(1, last.Value), static row => row.Long(0));
            if (found is not [var at])
            {
                return [];
            }

            position = at;
        }

        var sql = $"SELECT {KnowledgeRow.Columns} {From} WHERE {filter.Condition} AND (k.position < ?{Position} OR (k.position = ?{Position} AND k.id > ?{Id})) "
            + $"ORDER BY k.position DESC, k.id LIMIT ?{Count}";
        var select = filter.Bind(reader.Of(sql)).Bind(Position, position).BindText(Id, before?.Value ?? string.Empty).Bind(Count, count);
        return JournalReader.All(select, KnowledgeRow.Read);
    }

    public static List<KnowledgeVector> Vectors(JournalReader reader, string model, KnowledgeId? after, int count)
    {
        const string Sql = OfModel + " AND k.id > ?2 ORDER BY k.id LIMIT ?3";
        return Vectors(reader.Of(Sql).BindText(1, model).BindText(2, after?.Value ?? string.Empty).Bind(3, count), model);
    }

    public static List<KnowledgeVector> Vectors(JournalReader reader, string model, IReadOnlyCollection<KnowledgeId> ids) =>
        [.. ids.Distinct().SelectMany(id => Vectors(reader.Of(OfModel + " AND k.id = ?2").BindText(1, model).BindText(2, id.Value), model))];

    public static List<KnowledgeItem> WithoutVector(JournalReader reader, string model, int count) => JournalReader.All(
        reader.Of($"""
            SELECT {KnowledgeRow.Columns} {From} WHERE NOT EXISTS (SELECT 1 FROM knowledge_vectors v
                WHERE v.row = k.row AND v.model = (SELECT m.id FROM knowledge_models m WHERE m.name = ?1))
            ORDER BY k.position, k.id LIMIT ?2
            """).BindText(1, model).Bind(2, count),
        KnowledgeRow.Read);

    private static List<KnowledgeVector> Vectors(Statement select, string model) => JournalReader.All(
        select, row => new KnowledgeVector(new KnowledgeId(row.Text(0)), model, MemoryMarshal.Cast<byte, float>(row.Bytes(1)).ToArray()));
}
