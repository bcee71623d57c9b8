using AiOs.Contracts.Ids;
using AiOs.Storage.Mongo;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiOs.Storage.Conformance.Kits;

/// <summary>Opens the MongoDB store, as a host does.</summary>
internal static class MongoOpening
{
    public static StorePorts Open(string connectionString, string database)
    {
        var options = new MongoOptions { ConnectionString = connectionString, Database = database };
        var storage = MongoStorage.Open(options, new WorkspaceId("w1"), TimeProvider.System, NullLoggerFactory.Instance);
        return new StorePorts(storage.Journal, storage.Blobs, storage.Leases, storage.Cursors, storage.Knowledge, () =>
        {
            storage.Dispose();
            return ValueTask.CompletedTask;
        });
    }
}
