using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Leases;
using AiOs.Contracts.Ports;
using AiOs.Storage.Mongo.Blobs;
using AiOs.Storage.Mongo.Database;
using AiOs.Storage.Mongo.Knowledge;
using AiOs.Storage.Mongo.Knowledge.Search;
using AiOs.Storage.Mongo.Leases;
using Microsoft.Extensions.Logging;

namespace AiOs.Storage.Mongo;

/// <summary>
/// Everything that one workspace keeps in one MongoDB. Nothing is asked of the server before the first call; that one makes the indexes. Several
/// hosts may have the same workspace open.
/// </summary>
public sealed class MongoStorage : IDisposable
{
    private readonly MongoPlace _place;

    private MongoStorage(MongoOptions options, WorkspaceId workspace, TimeProvider time, ILoggerFactory loggers)
    {
        _place = new MongoPlace(options, workspace);
        var engine = new SearchEngine(_place, time, loggers.CreateLogger<SearchEngine>());
        Journal = new MongoJournalStore(_place, loggers);
        Blobs = new MongoBlobStore(_place);
        Leases = new MongoLeases(_place);
        Cursors = new MongoCursors(_place);
        Knowledge = new MongoKnowledgeStore(_place, engine);
        Part = new MongoPart(_place, engine);
    }

    /// <summary>The journal.</summary>
    public IJournalStore Journal { get; }

    /// <summary>The blobs.</summary>
    public IBlobStore Blobs { get; }

    /// <summary>The leases.</summary>
    public ILeases Leases { get; }

    /// <summary>The cursors.</summary>
    public ICursors Cursors { get; }

    /// <summary>Memory.</summary>
    public IKnowledgeStore Knowledge { get; }

    /// <summary>What <c>doctor</c> asks.</summary>
    public ICheckedPart Part { get; }

    /// <summary>Makes a store. Throws <see cref="Contracts.AiOsException"/> where the connection string cannot be read.</summary>
    /// <param name="options">Which server and database.</param>
    /// <param name="workspace">Whose.</param>
    /// <param name="time">The clock; it only spaces questions about search indexes, and never decides about leases.</param>
    /// <param name="loggers">Where faults are told that hurt nothing.</param>
    /// <returns>The store.</returns>
    public static MongoStorage Open(MongoOptions options, WorkspaceId workspace, TimeProvider time, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new MongoStorage(options, workspace, time, loggers);
    }

    /// <inheritdoc/>
    public void Dispose() => _place.Dispose();
}
