using AiOs.Contracts.Ids;
using AiOs.Testing.Mongo;
using AiOs.Testing.Mongo.Faults;
using Microsoft.Extensions.Time.Testing;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Tests.Support;

/// <summary>A wire peer, and the hosts that a test opens on it: each with a client, connections and a cache of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly List<MongoStorage> _hosts = [];

    private Server(MongoPeer peer, FakeTimeProvider clock)
    {
        Peer = peer;
        Clock = clock;
    }

    public MongoPeer Peer { get; }

    /// <summary>The server's clock.</summary>
    public FakeTimeProvider Clock { get; }

    public LogLines Log { get; } = new();

    public static async Task<Server> StartAsync(Func<MongoPeerOptions, MongoPeerOptions>? change = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var options = new MongoPeerOptions { Clock = clock };
        return new Server(await MongoPeer.StartAsync(change?.Invoke(options) ?? options), clock);
    }

    public MongoStorage Host(string workspace = "w1", string? connection = null)
    {
        var host = MongoStorage.Open(Options(connection ?? Peer.ConnectionString), new WorkspaceId(workspace), Clock, Log);
        _hosts.Add(host);
        return host;
    }

    public PlannedFault Next(string command, string collection, PeerFault fault, int after = 0) =>
        Peer.Faults.Add(new FaultTrigger { Command = command, Collection = collection, After = after }, fault);

    /// <summary>The collections as somebody sees them who uses no part of the store.</summary>
    public async Task<List<BsonDocument>> DocumentsAsync(string collection)
    {
        using var client = new MongoClient(Peer.ConnectionString);
        return await client.GetDatabase("aios").GetCollection<BsonDocument>(collection).Find(new BsonDocument()).ToListAsync(TestContext.Current.CancellationToken);
    }

    public static MongoOptions Options(string connection) => new()
    {
        ConnectionString = connection,
        Database = "aios",
        ServerTimeout = TimeSpan.FromSeconds(2),
        AnswerTimeout = TimeSpan.FromSeconds(5),
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            host.Dispose();
        }

        await Peer.DisposeAsync();
    }
}
