using System.Buffers.Binary;
using System.Text;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;

namespace AiOs.Testing.Mongo.Wire;

/// <summary>Reads OP_MSG, and OP_QUERY for the old handshake.</summary>
internal static class WireReader
{
    private const int Header = 16;
    private const int Longest = 48_000_000;
    private const int OpMsg = 2013;
    private const int OpQuery = 2004;

    /// <summary>The next message; null when the driver has closed the connection.</summary>
    public static async Task<WireRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[Header];
        if (await stream.ReadAtLeastAsync(header, Header, throwOnEndOfStream: false, cancellationToken) < Header)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length is < Header or > Longest)
        {
            throw new InvalidDataException($"a message of {length} bytes");
        }

        var rest = new byte[length - Header];
        await stream.ReadExactlyAsync(rest, cancellationToken);
        var id = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4));
        return BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12)) switch
        {
            OpMsg => Message(id, rest),
            OpQuery => Query(id, rest),
            var other => throw new InvalidDataException($"the operation {other}"),
        };
    }

    private static WireRequest Message(int id, byte[] bytes)
    {
        var flags = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        var end = bytes.Length - ((flags & WireRequest.ChecksumPresent) != 0 ? 4 : 0);
        BsonDocument? body = null;
        var sequences = new BsonDocument();
        for (var at = 4; at < end;)
        {
            var kind = bytes[at++];
            var size = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            switch (kind)
            {
                case 0:
                    body = Document(bytes, ref at);
                    break;
                case 1:
                    Sequence(bytes, at, size, sequences);
                    at += size;
                    break;
                default:
                    throw new InvalidDataException($"a section of kind {kind}");
            }
        }

        return new WireRequest(id, IsLegacy: false, flags, (body ?? throw new InvalidDataException("no body")).AddRange(sequences));
    }

    private static void Sequence(byte[] bytes, int at, int size, BsonDocument sequences)
    {
        var end = at + size;
        at += 4;
        var zero = Array.IndexOf(bytes, (byte)0, at);
        var name = Encoding.UTF8.GetString(bytes, at, zero - at);
        var documents = new BsonArray();
        for (at = zero + 1; at < end;)
        {
            documents.Add(Document(bytes, ref at));
        }

        sequences.Add(name, documents);
    }

    private static WireRequest Query(int id, byte[] bytes)
    {
        // Flags, the namespace, two numbers, then the command.
        var zero = Array.IndexOf(bytes, (byte)0, 4);
        var space = Encoding.UTF8.GetString(bytes, 4, zero - 4);
        var at = zero + 1 + 8;
        var body = Document(bytes, ref at);
        if (!body.Contains("$db"))
        {
            body.Add("$db", space.Split('.')[0]);
        }

        return new WireRequest(id, IsLegacy: true, 0, body);
    }

    private static BsonDocument Document(byte[] bytes, ref int at)
    {
        var size = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
        var document = BsonSerializer.Deserialize<BsonDocument>(bytes[at..(at + size)]);
        at += size;
        return document;
    }
}
