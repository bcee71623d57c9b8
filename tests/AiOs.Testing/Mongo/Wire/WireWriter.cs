using System.Buffers.Binary;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Wire;

/// <summary>Writes replies: OP_MSG, or OP_REPLY to who asked by OP_QUERY.</summary>
internal static class WireWriter
{
    private const int OpReply = 1;
    private const int OpMsg = 2013;
    private const int AwaitCapable = 8;

    public static byte[] Message(int id, int responseTo, BsonDocument reply, bool moreToCome)
    {
        var body = reply.ToBson();
        var bytes = Framed(id, responseTo, OpMsg, 5 + body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), moreToCome ? WireRequest.MoreToCome : 0);
        body.CopyTo(bytes, 21);
        return bytes;
    }

    public static byte[] Legacy(int id, int responseTo, BsonDocument reply)
    {
        var body = reply.ToBson();
        var bytes = Framed(id, responseTo, OpReply, 20 + body.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), AwaitCapable);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(32), 1);
        body.CopyTo(bytes, 36);
        return bytes;
    }

    private static byte[] Framed(int id, int responseTo, int operation, int length)
    {
        var bytes = new byte[16 + length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), id);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), responseTo);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), operation);
        return bytes;
    }
}
