using AiOs.Contracts.Ids;
using AiOs.Storage.Mongo.Database;
using AiOs.Storage.Mongo.Tests.Support;

namespace AiOs.Storage.Mongo.Tests.Database;

/// <summary>A place that nothing is asked of.</summary>
internal sealed class OpenPlace : IDisposable
{
    public MongoPlace Place { get; } = new(Server.Options("mongodb://127.0.0.1:1"), new WorkspaceId("w1"));

    public void Dispose() => Place.Dispose();
}
