using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.GridFS;

namespace AiOs.Storage.Mongo.Blobs;

/// <summary>
/// Blobs as GridFS files named by their SHA-256. The chunks of a digest are always the same, so they are written without looking who wrote them
/// first: two hosts, or a second try after a crash, end with one file.
/// </summary>
internal sealed class MongoBlobStore : IBlobStore
{
    private const int ChunkSize = 255 * 1024;

    private readonly MongoPlace _place;
    private readonly GridFSBucket<BsonValue> _bucket;

    public MongoBlobStore(MongoPlace place)
    {
        _place = place;
        _bucket = new GridFSBucket<BsonValue>(place.Database, new GridFSBucketOptions { BucketName = "blobs", ChunkSizeBytes = ChunkSize });
    }

    private IMongoCollection<BsonDocument> Files => _place.In(Collections.BlobFiles);

    private IMongoCollection<BsonDocument> Chunks => _place.In(Collections.BlobChunks);

    /// <inheritdoc/>
    public async Task<Digest> PutAsync(ReadOnlyMemory<byte> sealedBytes, CancellationToken cancellationToken)
    {
        var digest = Digest.Of(sealedBytes.Span);
        await _place.ReadAsync(
            async stop =>
            {
                if (!await Files.Find(_place.One(digest.Hex)).AnyAsync(stop))
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
        var bytes = await _place.ReadAsync(stop => DownloadAsync(sha256, stop), cancellationToken);
        return bytes is null || Digest.Of(bytes) == sha256 ? bytes : throw Damaged(sha256);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(Digest sha256, CancellationToken cancellationToken)
    {
        CheckName(sha256);
        return _place.WriteAsync(
            async () =>
            {
                // Without the file nobody reads the chunks, so a crash between leaves nothing that could be found.
                await Files.DeleteOneAsync(_place.One(sha256.Hex));
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

    private static AiOsException Damaged(Digest digest) => new($"The blob {digest} in MongoDB is damaged; put a backup in its place.");

    private async Task<byte[]?> DownloadAsync(Digest digest, CancellationToken cancellationToken)
    {
        try
        {
            return await _bucket.DownloadAsBytesAsync(_place.Key(digest.Hex), cancellationToken: cancellationToken);
        }
        catch (GridFSFileNotFoundException)
        {
            return null;
        }
        catch (GridFSChunkException)
        {
            // A chunk may have gone because the blob was deleted in this moment.
            return await Files.Find(_place.One(digest.Hex)).AnyAsync(cancellationToken) ? throw Damaged(digest) : null;
        }
    }

    private async Task WriteAsync(Digest digest, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        for (var number = 0; number * (long)ChunkSize < bytes.Length; number++)
        {
            var rest = bytes[(number * ChunkSize)..];
            var chunk = ChunksOf(digest).Add("n", number);
            var data = new BsonBinaryData(rest[..Math.Min(ChunkSize, rest.Length)].ToArray());
            await OnceAsync(Chunks, chunk.DeepClone().AsBsonDocument.Add("_id", _place.Key($"{digest.Hex}/{number}")).Add("data", data), cancellationToken);
        }

        await OnceAsync(
            Files,
            _place.One(digest.Hex).AddRange(new BsonDocument
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

    private BsonDocument ChunksOf(Digest digest) => new() { { "files_id", _place.Key(digest.Hex) }, { "workspace", _place.Workspace } };
}
