using AiOs.Contracts.Approvals;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Mongo.Knowledge;
using AiOs.Storage.Mongo.Knowledge.Search;
using AiOs.Storage.Mongo.Tests.Database;
using AiOs.Storage.Mongo.Tests.Support;
using MongoDB.Bson;

namespace AiOs.Storage.Mongo.Tests.Knowledge;

/// <summary>Index definitions and pipelines are, to the field, what Atlas documents. The golden files are written by hand.</summary>
public sealed class GoldenTests
{
    private static readonly KnowledgeFilter Narrow = new()
    {
        Kinds = [KnowledgeKind.Note, KnowledgeKind.Brief],
        Provenances = [Provenance.Operator],
        Subjects = ["record/client/ada"],
        ValidAt = new DateTimeOffset(639_000_000_000_000_000, TimeSpan.Zero),
    };

    [Fact]
    public void Index_ForWords_IsAsDocumented() => AssertGolden("words-index", SearchIndexes.Words.Definition);

    [Fact]
    public void Index_ForVectors_IsAsDocumented() => AssertGolden("vectors-index", SearchIndexes.Vectors(new VectorField(Pieces.Model), 2).Definition);

    [Fact]
    public void Search_ByWords_IsAsDocumented() => AssertGolden("words-search", Pipeline(SearchPipelines.ByWords(["late", "payment"], "w1", Narrow, 10)));

    [Fact]
    public void Search_ByMeaning_IsAsDocumented() => AssertGolden("vector-search", Pipeline(SearchPipelines.ByMeaning(Pieces.Vector("any", 1, 0), "w1", Narrow, 10)));

    [Fact]
    public void Search_InTheTextIndex_IsAsDocumented()
    {
        using var storage = new OpenPlace();
        AssertGolden("text-find", new TextIndexSearch(storage.Place).Filter(["late", "payment"], Narrow));
    }

    [Fact]
    public void Index_ForEitherSearch_DeclaresEveryFieldOfAFilter()
    {
        var asked = KnowledgeMatch.Of("w1", Narrow).Names.ToList();
        var words = SearchIndexes.Words.Definition["mappings"]["fields"].AsBsonDocument.Names;
        var vectors = SearchIndexes.Vectors(new VectorField(Pieces.Model), 2).Definition["fields"].AsBsonArray.Where(field => field["type"] == "filter").Select(field => field["path"].AsString);

        Assert.Equal(7, asked.Count);
        Assert.Empty(asked.Except(words));
        Assert.Empty(asked.Except(vectors));
    }

    private static BsonDocument Pipeline(BsonDocument[] stages) => new("pipeline", new BsonArray(stages));

    private static void AssertGolden(string name, BsonDocument actual)
    {
        var golden = BsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json")));
        Assert.Equal(golden.ToString(), actual.ToString());
    }
}
