using AiOs.Contracts.Knowledge;
using MongoDB.Bson;

namespace AiOs.Storage.Mongo.Knowledge.Search;

/// <summary>The pipelines as MongoDB Search and Vector Search document them. Filters stand in the same stage, so nothing else is ever ranked.</summary>
internal static class SearchPipelines
{
    private const int TitleWeight = 2;

    /// <summary>Search by words. The operator <c>text</c> takes plain text; any of the words may stand in title or text.</summary>
    /// <param name="words">The words.</param>
    /// <param name="workspace">Whose memory.</param>
    /// <param name="filter">Which pieces.</param>
    /// <param name="count">At most so many.</param>
    /// <returns>The pipeline.</returns>
    public static BsonDocument[] ByWords(IReadOnlyList<string> words, string workspace, KnowledgeFilter filter, int count)
    {
        var query = string.Join(' ', words);
        var compound = new BsonDocument
        {
            { "filter", new BsonArray(KnowledgeMatch.Of(workspace, filter).Select(Clause)) },
            { "should", new BsonArray { Text("title", query, TitleWeight), Text("text", query, boost: null) } },
            { "minimumShouldMatch", 1 },
        };
        return
        [
            new BsonDocument("$search", new BsonDocument { { "index", SearchIndexes.WordsName }, { "compound", compound } }),
            new BsonDocument("$limit", count),
            Scores("searchScore"),
        ];
    }

    /// <summary>Search by meaning: every vector that passes is compared, so that the answer is the one of an exact comparison.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="workspace">Whose memory.</param>
    /// <param name="filter">Which pieces.</param>
    /// <param name="count">At most so many.</param>
    /// <returns>The pipeline.</returns>
    public static BsonDocument[] ByMeaning(KnowledgeVector query, string workspace, KnowledgeFilter filter, int count)
    {
        var field = new VectorField(query.Model);
        var conditions = KnowledgeMatch.Of(workspace, filter).Select(element =>
            new BsonDocument(element.Name, element.Value is BsonDocument ? element.Value : new BsonDocument("$eq", element.Value)));
        return
        [
            new BsonDocument("$vectorSearch", new BsonDocument
            {
                { "index", SearchIndexes.NameOf(field, query.Values.Length) },
                { "path", field.Values },
                { "queryVector", VectorField.Binary(query.Values) },
                { "exact", true },
                { "limit", count },
                { "filter", new BsonDocument("$and", new BsonArray(conditions)) },
            }),
            Scores("vectorSearchScore"),
        ];
    }

    private static BsonDocument Scores(string meta) =>
        new("$project", new BsonDocument { { "_id", 0 }, { "item", 1 }, { "score", new BsonDocument("$meta", meta) } });

    private static BsonDocument Text(string path, string query, int? boost)
    {
        var text = new BsonDocument { { "query", query }, { "path", path } };
        text.Add("score", () => new BsonDocument("boost", new BsonDocument("value", boost!.Value)), boost is not null);
        return new BsonDocument("text", text);
    }

    /// <summary>A condition in the search engine's words.</summary>
    private static BsonDocument Clause(BsonElement condition) => condition.Value switch
    {
        BsonDocument { ElementCount: 1 } one when one.GetElement(0) is { Name: "$in" } list =>
            new BsonDocument("in", new BsonDocument { { "path", condition.Name }, { "value", list.Value } }),
        BsonDocument { ElementCount: 1 } one => new BsonDocument("range", new BsonDocument { { "path", condition.Name }, { one.GetElement(0).Name.TrimStart('$'), one[0] } }),
        _ => new BsonDocument("equals", new BsonDocument { { "path", condition.Name }, { "value", condition.Value } }),
    };
}
