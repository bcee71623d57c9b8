using AiOs.Testing.Mongo;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Testing.Tests.Mongo;

/// <summary>A peer, the real driver, and one collection.</summary>
public abstract class PeerTest : IAsyncLifetime
{
    private MongoClient? _client;

    protected MongoPeer Peer { get; private set; } = null!;

    protected MongoClient Client => _client!;

    protected IMongoDatabase Database => Client.GetDatabase("shop");

    protected IMongoCollection<BsonDocument> Things => Database.GetCollection<BsonDocument>("things");

    protected virtual MongoPeerOptions Options => new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Peer = await MongoPeer.StartAsync(Options);
        _client = NewClient();
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _client?.Dispose();
        await Peer.DisposeAsync();
    }

    protected static BsonDocument Doc(string json) => BsonDocument.Parse(json);

    protected MongoClient NewClient()
    {
        var settings = MongoClientSettings.FromConnectionString(Peer.ConnectionString);
        settings.ServerSelectionTimeout = TimeSpan.FromSeconds(10);
        return new MongoClient(settings);
    }

    protected Task PutAsync(params string[] documents) => Things.InsertManyAsync(documents.Select(Doc), null, Token);

    protected async Task<string> IdsAsync(string filter) =>
        string.Join(' ', (await Things.Find(Doc(filter)).ToListAsync(Token)).Select(found => found["_id"].ToString()));
}
