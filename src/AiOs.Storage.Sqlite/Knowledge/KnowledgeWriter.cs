using System.Runtime.InteropServices;
using System.Text.Json;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Sqlite.Database;

namespace AiOs.Storage.Sqlite.Knowledge;

/// <summary>Writes pieces inside a transaction of the one writer.</summary>
/// <param name="connection">The writer's connection.</param>
internal sealed class KnowledgeWriter(Connection connection)
{
    private const string Upsert = """
        INSERT INTO knowledge(id, kind, provenance, superseded, size, position, at, valid_from, valid_to, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, provenance = excluded.provenance, superseded = excluded.superseded, size = excluded.size,
            position = excluded.position, at = excluded.at, valid_from = excluded.valid_from, valid_to = excluded.valid_to, source = excluded.source
        RETURNING row
        """;

    private readonly Statement _position = connection.Prepare("SELECT position FROM knowledge_state WHERE id = 1");
    private readonly Statement _move = connection.Prepare("INSERT OR REPLACE INTO knowledge_state(id, position) VALUES (1, ?)");
    private readonly Statement _rowOf = connection.Prepare("SELECT row FROM knowledge WHERE id = ?");
    private readonly Statement _rowsFrom = connection.Prepare("SELECT row, id FROM knowledge WHERE source = ?");
    private readonly Statement _body = connection.Prepare("SELECT title, text, subjects FROM knowledge_bodies WHERE row = ?");
    private readonly Statement _upsert = connection.Prepare(Upsert);
    private readonly Statement _putBody = connection.Prepare(
        "INSERT OR REPLACE INTO knowledge_bodies(row, title, text, subjects, neighbourhood, superseded_by) VALUES (?, ?, ?, ?, ?, ?)");

    private readonly Statement _index = connection.Prepare("INSERT INTO knowledge_text(rowid, title, text) VALUES (?, ?, ?)");
    private readonly Statement _unindex = connection.Prepare("INSERT INTO knowledge_text(knowledge_text, rowid, title, text) VALUES ('delete', ?, ?, ?)");
    private readonly Statement _putSubject = connection.Prepare("INSERT OR IGNORE INTO knowledge_subjects(subject, row) VALUES (?, ?)");
    private readonly Statement _dropSubject = connection.Prepare("DELETE FROM knowledge_subjects WHERE subject = ? AND row = ?");
    private readonly Statement _dropVectors = connection.Prepare("DELETE FROM knowledge_vectors WHERE row = ?");
    private readonly Statement _dropBody = connection.Prepare("DELETE FROM knowledge_bodies WHERE row = ?");
    private readonly Statement _drop = connection.Prepare("DELETE FROM knowledge WHERE row = ?");
    private readonly Statement _putModel = connection.Prepare("INSERT OR IGNORE INTO knowledge_models(name) VALUES (?)");
    private readonly Statement _model = connection.Prepare("SELECT id FROM knowledge_models WHERE name = ?");
    private readonly Statement _putVector = connection.Prepare("INSERT OR REPLACE INTO knowledge_vectors(row, model, vector) VALUES (?, ?, ?)");

    /// <summary>Keeps a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <returns>Whether it was new.</returns>
    public bool Apply(KnowledgeBatch batch)
    {
        if (batch.Position <= (Number(_position) ?? 0))
        {
            return false;
        }

        foreach (var item in batch.Items)
        {
            Put(item);
        }

        Put(batch.Vectors);
        foreach (var removed in batch.Removed)
        {
            if (Number(_rowOf.BindText(1, removed.Value)) is { } row)
            {
                Drop(row);
            }
        }

        _move.Bind(1, batch.Position).Run();
        return true;
    }

    /// <summary>Keeps vectors of pieces that are kept.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <returns>True: it is kept so.</returns>
    public bool Put(IReadOnlyList<KnowledgeVector> vectors)
    {
        foreach (var vector in vectors)
        {
            if (Number(_rowOf.BindText(1, vector.Item.Value)) is not { } row)
            {
                continue;
            }

            _putModel.BindText(1, vector.Model).Run();
            var model = Number(_model.BindText(1, vector.Model));
            _putVector.Bind(1, row).Bind(2, model).Bind(3, MemoryMarshal.AsBytes(vector.Values.Span)).Run();
        }

        return true;
    }

    /// <summary>Takes away what was learned from some streams.</summary>
    /// <param name="sources">The streams.</param>
    /// <param name="taken">The pieces that were taken away.</param>
    /// <returns>True: it is kept so.</returns>
    public bool Forget(IReadOnlyList<StreamId> sources, out IReadOnlyList<KnowledgeId> taken)
    {
        var gone = new List<(long Row, KnowledgeId Id)>();
        foreach (var source in sources.Distinct())
        {
            _rowsFrom.Bind(1, StreamName.Pack(source));
            while (_rowsFrom.Step())
            {
                gone.Add((_rowsFrom.Long(0), new KnowledgeId(_rowsFrom.Text(1))));
            }
        }

        foreach (var (row, _) in gone)
        {
            Drop(row);
        }

        taken = [.. gone.Select(piece => piece.Id)];
        return true;
    }

    /// <summary>Takes everything away.</summary>
    /// <returns>True: it is kept so.</returns>
    public bool Clear()
    {
        connection.Execute("""
            INSERT INTO knowledge_text(knowledge_text) VALUES ('delete-all');
            DELETE FROM knowledge; DELETE FROM knowledge_bodies; DELETE FROM knowledge_subjects; DELETE FROM knowledge_vectors;
            DELETE FROM knowledge_models; DELETE FROM knowledge_state;
            """);
        return true;
    }

    private void Put(KnowledgeItem item)
    {
        var text = SearchedText.Of(item.Text);
        var row = Number(_rowOf.BindText(1, item.Id.Value));
        var same = row is { } kept && Unlink(kept, item.Title, text);
        row = Number(Bind(_upsert, item, text.Length));
        _putBody.Bind(1, row).BindText(2, item.Title).BindText(3, item.Text);
        _putBody.BindText(4, JsonSerializer.Serialize(item.Subjects, SubjectsJson.Default.Names));
        BindNullable(_putBody, 5, item.Neighbourhood);
        BindNullable(_putBody, 6, item.SupersededBy?.Value);
        _putBody.Run();
        foreach (var subject in item.Subjects)
        {
            _putSubject.BindText(1, subject).Bind(2, row).Run();
        }

        if (!same)
        {
            _index.Bind(1, row).BindText(2, item.Title).BindText(3, text).Run();
        }
    }

    private void Drop(long row)
    {
        Unlink(row, null, null);
        _dropBody.Bind(1, row).Run();
        _drop.Bind(1, row).Run();
    }

    /// <summary>Takes a piece out of the indexes. Where it goes on saying the same its words and vectors stay.</summary>
    private bool Unlink(long row, string? newTitle, string? newText)
    {
        _body.Bind(1, row);
        if (!_body.Step())
        {
            return false;
        }

        var (title, text, subjects) = (_body.Text(0), SearchedText.Of(_body.Text(1)), KnowledgeRow.Names(_body, 2));
        _body.Reset();
        foreach (var subject in subjects)
        {
            _dropSubject.BindText(1, subject).Bind(2, row).Run();
        }

        if (title == newTitle && text == newText)
        {
            return true;
        }

        _unindex.Bind(1, row).BindText(2, title).BindText(3, text).Run();
        _dropVectors.Bind(1, row).Run();
        return false;
    }

    private static Statement Bind(Statement statement, KnowledgeItem item, int length) => statement
        .BindText(1, item.Id.Value)
        .Bind(2, (long)item.Kind)
        .Bind(3, (long)item.Provenance)
        .Bind(4, item.SupersededBy is null ? 0 : 1)
        .Bind(5, item.Title.Length + length)
        .Bind(6, item.Position)
        .Bind(7, item.At.UtcTicks)
        .Bind(8, item.ValidFrom?.UtcTicks)
        .Bind(9, item.ValidTo?.UtcTicks)
        .Bind(10, StreamName.Pack(item.Source));

    private static void BindNullable(Statement statement, int index, string? text) =>
        _ = text is null ? statement.Bind(index, (long?)null) : statement.BindText(index, text);

    private static long? Number(Statement select)
    {
        var number = select.Step() ? select.Long(0) : (long?)null;
        select.Reset();
        return number;
    }
}
