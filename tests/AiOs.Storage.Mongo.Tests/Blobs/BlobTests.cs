using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Storage.Mongo.Tests.Support;
using AiOs.Testing.Mongo.Faults;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.GridFS;

namespace AiOs.Storage.Mongo.Tests.Blobs;

/// <summary>Blobs in GridFS.</summary>
public sealed class BlobTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255 * 1024)]
    [InlineData((255 * 1024) + 1)]
    [InlineData(700_000)]
    public async Task Put_AnySize_ComesBack(int size)
    {
        await using var server = await Server.StartAsync();
        var (one, other, bytes) = (server.Host().Blobs, server.Host().Blobs, new Some().Bytes(size));

        var digest = await one.PutAsync(bytes, Stop);
        Assert.Equal(digest, await other.PutAsync(bytes, Stop));

        Assert.Equal(Digest.Of(bytes), digest);
        Assert.Equal(bytes, await other.FindAsync(digest, Stop));
        using var client = new MongoClient(server.Peer.ConnectionString);
        var bucket = new GridFSBucket<BsonValue>(client.GetDatabase("aios"), new GridFSBucketOptions { BucketName = "blobs" });
        Assert.Equal(bytes, await bucket.DownloadAsBytesByNameAsync(digest.Hex, cancellationToken: Stop));
        Assert.Single(await server.DocumentsAsync("blobs.files"));
        Assert.Equal((size + (255 * 1024) - 1) / (255 * 1024), (await server.DocumentsAsync("blobs.chunks")).Count);
    }

    [Fact]
    public async Task Put_AfterACrashInTheMiddle_EndsWithOneWholeFile()
    {
        await using var server = await Server.StartAsync();
        var (blobs, bytes) = (server.Host().Blobs, new Some().Bytes(600_000));
        server.Next("insert", "blobs.chunks", new PeerFault.DropReply(), after: 1);
        var fault = await Assert.ThrowsAsync<AiOsException>(() => blobs.PutAsync(bytes, Stop));
        Assert.True(fault.IsTransient);
        Assert.Null(await blobs.FindAsync(Digest.Of(bytes), Stop));

        await blobs.PutAsync(bytes, Stop);

        Assert.Equal(bytes, await blobs.FindAsync(Digest.Of(bytes), Stop));
        Assert.Equal(3, (await server.DocumentsAsync("blobs.chunks")).Count);
    }

    [Fact]
    public async Task Put_ByTwoHostsAtOnce_EndsWithOneFile()
    {
        await using var server = await Server.StartAsync();
        var (one, other, bytes) = (server.Host().Blobs, server.Host().Blobs, new Some().Bytes(600_000));

        await Task.WhenAll(one.PutAsync(bytes, Stop), other.PutAsync(bytes, Stop));

        Assert.Equal(bytes, await one.FindAsync(Digest.Of(bytes), Stop));
        Assert.Single(await server.DocumentsAsync("blobs.files"));
    }

    [Fact]
    public async Task Delete_ABlob_LeavesNoChunk()
    {
        await using var server = await Server.StartAsync();
        var (blobs, bytes) = (server.Host().Blobs, new Some().Bytes(600_000));
        var digest = await blobs.PutAsync(bytes, Stop);

        await blobs.DeleteAsync(digest, Stop);
        await blobs.DeleteAsync(digest, Stop);

        Assert.Null(await blobs.FindAsync(digest, Stop));
        Assert.Empty(await server.DocumentsAsync("blobs.chunks"));
        Assert.Empty(await server.DocumentsAsync("blobs.files"));
    }

    [Fact]
    public async Task Find_OfDamagedBytes_IsAFault()
    {
        await using var server = await Server.StartAsync();
        var blobs = server.Host().Blobs;
        var digest = await blobs.PutAsync(new byte[10], Stop);
        using var client = new MongoClient(server.Peer.ConnectionString);
        var damage = new BsonDocument("$set", new BsonDocument("data", new BsonBinaryData(new byte[9].Append((byte)1).ToArray())));
        await client.GetDatabase("aios").GetCollection<BsonDocument>("blobs.chunks").UpdateOneAsync(new BsonDocument(), damage, cancellationToken: Stop);

        Assert.False((await Assert.ThrowsAsync<AiOsException>(() => blobs.FindAsync(digest, Stop))).IsTransient);
    }
}
