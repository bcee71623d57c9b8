using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Blobs;

/// <summary>
/// Blobs as GridFS files named by their SHA-256, so that every tool for GridFS reads them. The chunks of a digest are always the same, so they are written without looking who wrote them
/// first: two hosts, or a second try after a crash, end with one file.
/// </summary>
internal sealed class MongoBlobStore(MongoPlace place) : IBlobStore
{
    private const int ChunkSize = 255 * 1024;

    private IMongoCollection<BsonDocument> Files => place.In(Collections.BlobFiles);

    private IMongoCollection<BsonDocument> Chunks => place.In(Collections.BlobChunks);

    /// <inheritdoc/>
    public async Task<Digest> PutAsync(ReadOnlyMemory<byte> sealedBytes, CancellationToken cancellationToken)
    {
        var digest = Digest.Of(sealedBytes.Span);
        await place.ReadAsync(
            async stop =>
            {
                if (!await Files.Find(place.One(digest.Hex)).AnyAsync(stop))
                {
                    await WriteAsync(digest, sealedBytes, stop);
                }

                return true;
            },
            cancellationToken);
        return digest;
    }

    /// <inheritdoc/>
    public async Task<byte[]?> FindAsync(Digest sha256, CancellationToken cancellationToken)
    {
        CheckName(sha256);
        return await place.ReadAsync(stop => DownloadAsync(sha256, stop), cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(Digest sha256, CancellationToken cancellationToken)
    {
        CheckName(sha256);
        return place.WriteAsync(
            async () =>
            {
                // Without the file nobody reads the chunks, so a crash between leaves nothing that could be found.
                await Files.DeleteOneAsync(place.One(sha256.Hex));
                await Chunks.DeleteManyAsync(ChunksOf(sha256));
            },
            cancellationToken);
    }

    private static void CheckName(Digest digest)
    {
        if (!Digest.TryParse(digest.Hex, out _))
        {
            throw new ArgumentException("The name of a blob is 64 hexadecimal digits.", nameof(digest));
        }
    }

    private static MemoryStream Join(MemoryStream whole, byte[] part)
    {
        whole.Write(part);
        return whole;
    }

    private static AiOsException Damaged(Digest digest) => new($"The blob {digest} in MongoDB is damaged; put a backup in its place.");

    /// <summary>By the workspace's own index; the driver's bucket would ask every shard.</summary>
    private async Task<byte[]?> DownloadAsync(Digest digest, CancellationToken cancellationToken)
    {
        if (!await Files.Find(place.One(digest.Hex)).AnyAsync(cancellationToken))
        {
            return null;
        }

        var chunks = await Chunks.Find(ChunksOf(digest)).Sort(new BsonDocument("n", 1)).ToListAsync(cancellationToken);
        var bytes = chunks.Select(chunk => chunk["data"].AsByteArray).Aggregate(new MemoryStream(), Join).ToArray();
        if (Digest.Of(bytes) == digest)
        {
            return bytes;
        }

        // A chunk may have gone because the blob was deleted in this moment.
        return await Files.Find(place.One(digest.Hex)).AnyAsync(cancellationToken) ? throw Damaged(digest) : null;
    }

    private async Task WriteAsync(Digest digest, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        for (var number = 0; number * (long)ChunkSize < bytes.Length; number++)
        {
            var rest = bytes[(number * ChunkSize)..];
            var chunk = ChunksOf(digest).Add("n", number);
            var data = new BsonBinaryData(rest[..Math.Min(ChunkSize, rest.Length)].ToArray());
            await OnceAsync(Chunks, chunk.DeepClone().AsBsonDocument.Add("_id", place.Key($"{digest.Hex}/{number}")).Add("data", data), cancellationToken);
        }

        await OnceAsync(
            Files,
            place.One(digest.Hex).AddRange(new BsonDocument
            {
                { "length", (long)bytes.Length },
                { "chunkSize", ChunkSize },
                { "uploadDate", BsonDateTime.Create(DateTime.UnixEpoch) },
                { "filename", digest.Hex },
            }),
            cancellationToken);
    }

    private static async Task OnceAsync(IMongoCollection<BsonDocument> collection, BsonDocument document, CancellationToken cancellationToken)
    {
        try
        {
            await collection.InsertOneAsync(document, cancellationToken: cancellationToken);
        }
        catch (MongoWriteException fault) when (MongoFault.IsDuplicate(fault))
        {
            // The same bytes are there.
        }
    }

    private BsonDocument ChunksOf(Digest digest) => new() { { "files_id", place.Key(digest.Hex) }, { "workspace", place.Workspace } };
}
