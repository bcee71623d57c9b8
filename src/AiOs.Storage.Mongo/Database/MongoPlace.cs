using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Storage.Mongo.Indexes;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Database;

/// <summary>
/// One workspace in one database. Every write waits for the journals of a majority, every read sees only what a majority has, and nothing is done
/// in a transaction. Every key begins with the workspace.
/// </summary>
internal sealed class MongoPlace : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly MongoClient _client;
    private readonly Secrets _secrets;
    private volatile bool _prepared;

    public MongoPlace(MongoOptions options, WorkspaceId workspace)
    {
        MongoUrl url;
        try
        {
            url = new MongoUrl(options.ConnectionString);
        }
        catch (Exception fault) when (fault is MongoConfigurationException or ArgumentException or FormatException)
        {
            // The driver's words quote the connection string.
            throw new AiOsException("Storage:MongoDb:ConnectionString cannot be read; it is to begin with mongodb:// or mongodb+srv://.");
        }

        _secrets = new Secrets(options.ConnectionString, url);
        _client = new MongoClient(SettingsOf(url, options));
        Workspace = workspace.Value;
        Database = _client.GetDatabase(options.Database, new MongoDatabaseSettings
        {
            WriteConcern = WriteConcern.WMajority.With(wTimeout: options.WriteTimeout, journal: true),
            ReadConcern = ReadConcern.Majority,
            ReadPreference = ReadPreference.Primary,
        });
    }

    public string Workspace { get; }

    public IMongoDatabase Database { get; }

    public IMongoCollection<BsonDocument> Commits => In(Collections.Commits);

    public IMongoCollection<BsonDocument> State => In(Collections.State);

    public IMongoCollection<BsonDocument> In(string collection) => Database.GetCollection<BsonDocument>(collection);

    /// <summary>The id of a document: the workspace, then what tells it from others there.</summary>
    /// <param name="name">What tells it apart.</param>
    /// <returns>The id.</returns>
    public BsonDocument Key(BsonValue name) => new() { { "w", Workspace }, { "k", name } };

    /// <summary>A filter that finds one document by its id; the workspace stands in it for a sharded server.</summary>
    /// <param name="name">What tells it apart.</param>
    /// <returns>The filter.</returns>
    public BsonDocument One(BsonValue name) => new() { { "_id", Key(name) }, { "workspace", Workspace } };

    /// <summary>A filter on this workspace.</summary>
    /// <param name="conditions">What else must hold.</param>
    /// <returns>The filter.</returns>
    public BsonDocument Mine(params BsonElement[] conditions) => new BsonDocument("workspace", Workspace).AddRange(conditions);

    /// <summary>Reads; a fault becomes a sentence.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="call">Reads.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was read.</returns>
    public async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await PrepareAsync();
            return await call(cancellationToken);
        }
        catch (Exception fault) when (MongoFault.IsOurs(fault) && !(fault is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw MongoFault.Of(fault, _secrets);
        }
    }

    /// <summary>Writes; gives up before it begins, never in the middle.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="call">Writes.</param>
    /// <param name="cancellationToken">Gives up before.</param>
    /// <returns>What came of it.</returns>
    public Task<T> WriteAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : ReadAsync(_ => call(), CancellationToken.None);

    /// <summary>Writes; gives up before it begins, never in the middle.</summary>
    /// <param name="call">Writes.</param>
    /// <param name="cancellationToken">Gives up before.</param>
    /// <returns>When it is durable.</returns>
    public Task WriteAsync(Func<Task> call, CancellationToken cancellationToken) => WriteAsync(
        async () =>
        {
            await call();
            return true;
        },
        cancellationToken);

    /// <summary>
    /// Returns when a majority has everything that the primary had written before: without it a read might not see yet what a write met.
    /// </summary>
    /// <returns>When it is so.</returns>
    public Task BarrierAsync() =>
        State.UpdateOneAsync(One("barrier"), new BsonDocument("$inc", new BsonDocument("times", 1L)), new UpdateOptions { IsUpsert = true });

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _gate.Dispose();
    }

    private static MongoClientSettings SettingsOf(MongoUrl url, MongoOptions options)
    {
        var settings = MongoClientSettings.FromUrl(url);
        settings.ApplicationName ??= "aios";
        if (!Says(options, "serverSelectionTimeout"))
        {
            settings.ServerSelectionTimeout = options.ServerTimeout;
        }

        if (!Says(options, "socketTimeout"))
        {
            settings.SocketTimeout = options.AnswerTimeout;
        }

        return settings;
    }

    private static bool Says(MongoOptions options, string name) => options.ConnectionString.Contains(name, StringComparison.OrdinalIgnoreCase);

    private async Task PrepareAsync()
    {
        if (_prepared)
        {
            return;
        }

        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (!_prepared)
            {
                await new IndexMaker(this).MakeAsync();
                _prepared = true;
            }
        }
        finally
        {
            _gate.Release();
        }
    }
}
