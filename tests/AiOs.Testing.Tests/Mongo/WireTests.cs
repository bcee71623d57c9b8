using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using AiOs.Testing.Mongo;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;

namespace AiOs.Testing.Tests.Mongo;

/// <summary>What the driver does not send of itself, byte by byte.</summary>
public sealed class WireTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_WithAChecksum_IsAnswered()
    {
        var body = new BsonDocument { { "ping", 1 }, { "$db", "admin" } }.ToBson();

        var (operation, responseTo, reply) = await AskAsync(2013, [1, 0, 0, 0, 0, .. body, 9, 9, 9, 9]);

        Assert.Equal((2013, 77, 1.0), (operation, responseTo, reply["ok"].AsDouble));
    }

    [Fact]
    public async Task Message_WithADocumentSequence_InsertsEach()
    {
        var sequence = new List<byte>("documents\0"u8.ToArray());
        sequence.AddRange(new BsonDocument("_id", 1).ToBson());
        sequence.AddRange(new BsonDocument("_id", 2).ToBson());
        var size = BitConverter.GetBytes(4 + sequence.Count);
        var body = new BsonDocument { { "insert", "things" }, { "$db", "shop" } }.ToBson();

        var (_, _, reply) = await AskAsync(2013, [0, 0, 0, 0, 1, .. size, .. sequence, 0, .. body]);

        Assert.Equal(2, reply["n"].AsInt32);
    }

    [Fact]
    public async Task Query_ForTheOldHandshake_IsAnsweredInItsOwnForm()
    {
        var body = new BsonDocument { { "isMaster", 1 }, { "helloOk", true } }.ToBson();

        var (operation, responseTo, reply) = await AskAsync(2004, [0, 0, 0, 0, .. Encoding.UTF8.GetBytes("admin.$cmd\0"), 0, 0, 0, 0, 1, 0, 0, 0, .. body]);

        Assert.Equal((1, 77, true, 21), (operation, responseTo, reply["ismaster"].AsBoolean, reply["maxWireVersion"].AsInt32));
    }

    [Fact]
    public async Task Command_ThatThePeerCannotRead_FailsTheTest()
    {
        var peer = await MongoPeer.StartAsync(new MongoPeerOptions());
        var body = new BsonDocument { { "insert", "things" }, { "documents", 5 }, { "$db", "shop" } }.ToBson();

        var (_, _, reply) = await AskAsync(peer, 2013, [0, 0, 0, 0, 0, .. body]);

        Assert.Equal(8, reply["code"].AsInt32);
        await Assert.ThrowsAsync<InvalidOperationException>(() => peer.DisposeAsync().AsTask());
    }

    private static async Task<(int Operation, int ResponseTo, BsonDocument Reply)> AskAsync(int operation, byte[] content)
    {
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions());
        return await AskAsync(peer, operation, content);
    }

    private static async Task<(int Operation, int ResponseTo, BsonDocument Reply)> AskAsync(MongoPeer peer, int operation, byte[] content)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", peer.Port, Token);
        var stream = client.GetStream();
        byte[] message = [.. BitConverter.GetBytes(16 + content.Length), .. BitConverter.GetBytes(77), 0, 0, 0, 0, .. BitConverter.GetBytes(operation), .. content];
        await stream.WriteAsync(message, Token);
        var header = new byte[16];
        await stream.ReadExactlyAsync(header, Token);
        var rest = new byte[BinaryPrimitives.ReadInt32LittleEndian(header) - 16];
        await stream.ReadExactlyAsync(rest, Token);
        var answered = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12));
        var skip = answered == 1 ? 20 : 5;
        return (answered, BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8)), BsonSerializer.Deserialize<BsonDocument>(rest[skip..]));
    }
}
