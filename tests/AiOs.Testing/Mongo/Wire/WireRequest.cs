using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Wire;

/// <summary>One message from a driver.</summary>
/// <param name="Id">The driver's number for it, which the reply names.</param>
/// <param name="IsLegacy">True for OP_QUERY, which only the first handshake uses.</param>
/// <param name="Flags">OP_MSG's flags; none for OP_QUERY.</param>
/// <param name="Body">The command, with its document sequences as arrays.</param>
internal sealed record WireRequest(int Id, bool IsLegacy, uint Flags, BsonDocument Body)
{
    public const uint ChecksumPresent = 1;
    public const uint MoreToCome = 2;
    public const uint ExhaustAllowed = 1 << 16;

    /// <summary>True when the driver waits for no reply (write concern w: 0).</summary>
    public bool WantsNoReply => (Flags & MoreToCome) != 0;

    public bool AllowsExhaust => (Flags & ExhaustAllowed) != 0;
}
