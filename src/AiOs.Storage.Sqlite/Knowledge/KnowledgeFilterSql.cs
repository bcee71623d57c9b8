using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Sqlite.Database;

namespace AiOs.Storage.Sqlite.Knowledge;

/// <summary>A filter as a condition on <c>knowledge k</c>. There are two texts of it, so statements stay prepared.</summary>
/// <param name="filter">The filter.</param>
internal sealed class KnowledgeFilterSql(KnowledgeFilter filter)
{
    /// <summary>The first number that a statement may use for parameters of its own.</summary>
    public const int FirstFree = 6;

    private const string Common = """
        (?1 OR k.superseded = 0) AND ((?2 >> k.kind) & 1) AND ((?3 >> k.provenance) & 1)
        AND (?4 IS NULL OR ((k.valid_from IS NULL OR k.valid_from <= ?4) AND (k.valid_to IS NULL OR ?4 < k.valid_to)))
        """;

    private const string WithSubjects =
        Common + " AND k.row IN (SELECT s.row FROM knowledge_subjects s WHERE s.subject IN (SELECT value FROM json_each(?5)))";

    /// <summary>Whether it lets nothing at all pass.</summary>
    public bool IsEmpty => filter.Kinds is [] || filter.Provenances is [] || filter.Subjects is [];

    /// <summary>The condition.</summary>
    public string Condition => filter.Subjects is null ? Common : WithSubjects;

    /// <summary>Sets the parameters of the condition.</summary>
    /// <param name="statement">A statement that holds it.</param>
    /// <returns>The statement.</returns>
    public Statement Bind(Statement statement)
    {
        statement.Bind(1, filter.History ? 1 : 0).Bind(2, Mask(filter.Kinds)).Bind(3, Mask(filter.Provenances)).Bind(4, filter.ValidAt?.UtcTicks);
        return filter.Subjects is { } subjects ? statement.BindText(5, JsonSerializer.Serialize(subjects, SubjectsJson.Default.Names)) : statement;
    }

    private static long Mask(IReadOnlyList<KnowledgeKind>? kinds) => kinds?.Aggregate(0L, (mask, kind) => mask | (1L << (int)kind)) ?? long.MaxValue;

    private static long Mask(IReadOnlyList<Provenance>? provenances) =>
        provenances?.Aggregate(0L, (mask, provenance) => mask | (1L << (int)provenance)) ?? long.MaxValue;
}
