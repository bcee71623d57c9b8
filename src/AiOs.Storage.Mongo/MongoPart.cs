using AiOs.Contracts.Ports;
using AiOs.Storage.Mongo.Database;
using AiOs.Storage.Mongo.Knowledge.Search;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo;

/// <summary>The store as <c>doctor</c> asks it: it answers, what kind of server it is, and which search it has.</summary>
internal sealed class MongoPart(MongoPlace place, SearchEngine engine) : ICheckedPart
{
    /// <inheritdoc/>
    public string Name => "mongodb";

    /// <inheritdoc/>
    public Task<PartHealth> CheckAsync(CancellationToken cancellationToken) => place.ReadAsync(
        async stop =>
        {
            var hello = await place.Database.RunCommandAsync<BsonDocument>(new BsonDocument("hello", 1), ReadPreference.Primary, stop);
            var search = await engine.IsPresentAsync(stop)
                ? "it has a search engine"
                : "it has no search engine, so words are found by its text index and vectors are compared in memory";
            return new PartHealth(Ok: true, $"The database {place.Database.DatabaseNamespace.DatabaseName} answers ({KindOf(hello)}); {search}.");
        },
        cancellationToken);

    private static string KindOf(BsonDocument hello) => hello switch
    {
        _ when hello.GetValue("msg", string.Empty) == "isdbgrid" => "a sharded cluster",
        _ when hello.TryGetValue("setName", out _) => $"a replica set of {hello.GetValue("hosts", new BsonArray()).AsBsonArray.Count}",
        _ => "a single server: what it loses is lost",
    };
}
