using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Sqlite.Database;

namespace AiOs.Storage.Sqlite.Knowledge;

/// <summary>Reads and binds the columns of a piece. Kinds and provenances are kept by number: new ones go to the end of their enums.</summary>
internal static class KnowledgeRow
{
    /// <summary>The columns that <see cref="Read"/> wants, of <c>knowledge k JOIN knowledge_bodies b</c>.</summary>
    public const string Columns = """
        k.id, k.kind, k.provenance, k.position, k.at, k.valid_from, k.valid_to, k.source, b.title, b.text, b.subjects, b.neighbourhood, b.superseded_by
        """;

    /// <summary>Reads the row that a statement stands at.</summary>
    /// <param name="row">The statement.</param>
    /// <returns>The piece.</returns>
    public static KnowledgeItem Read(Statement row) => new()
    {
        Id = new KnowledgeId(row.Text(0)),
        Kind = (KnowledgeKind)row.Int(1),
        Provenance = (Provenance)row.Int(2),
        Position = row.Long(3),
        At = Moment(row.Long(4)),
        ValidFrom = row.IsNull(5) ? null : Moment(row.Long(5)),
        ValidTo = row.IsNull(6) ? null : Moment(row.Long(6)),
        Source = StreamName.Unpack(row.Bytes(7)),
        Title = row.Text(8),
        Text = row.Text(9),
        Subjects = Names(row, 10),
        Neighbourhood = row.IsNull(11) ? null : row.Text(11),
        SupersededBy = row.IsNull(12) ? null : new KnowledgeId(row.Text(12)),
    };

    /// <summary>A column that holds a list of names.</summary>
    /// <param name="row">The statement.</param>
    /// <param name="column">0 for the first.</param>
    /// <returns>The names.</returns>
    public static IReadOnlyList<string> Names(Statement row, int column) =>
        row.Text(column) is { } json && JsonSerializer.Deserialize(json, SubjectsJson.Default.Names) is { } names ? names : throw row.Damaged();

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);
}
