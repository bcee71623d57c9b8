using System.Buffers.Binary;

namespace AiOs.Contracts.Ports;

/// <summary>Makes ids from the injected clock and randomness.</summary>
/// <param name="time">The clock.</param>
/// <param name="entropy">The randomness.</param>
public sealed class IdSource(TimeProvider time, IEntropy entropy)
{
    /// <summary>A version 7 UUID (RFC 9562 section 5.7): 48 bits of milliseconds, then 74 random bits.</summary>
    /// <returns>A new UUID.</returns>
    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        entropy.Fill(bytes[6..]);
        var milliseconds = time.GetUtcNow().ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)(milliseconds >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)milliseconds);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>When an id was made, by the clock of whoever made it.</summary>
    /// <param name="id">An id of <see cref="Next"/>.</param>
    /// <returns>The moment, UTC, to the millisecond.</returns>
    public static DateTimeOffset MadeAt(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16));
    }
}
