using System.Buffers;
using System.Text;
using AiOs.Contracts.Ids;

namespace AiOs.Storage.Sqlite.Database;

/// <summary>
/// How a stream's name is kept: <c>work/</c>, <c>message/</c> or <c>knowledge/</c> with a UUID as the first letter, a zero and 16 bytes,
/// every other name as its text. Names of ids sort as their text does, and stand where their text would among the names in use.
/// </summary>
internal static class StreamName
{
    private const int PackedLength = 18;
    private const int Digits = 32;

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");
    private static readonly string[] Prefixes = ["knowledge/", "message/", "work/"];

    /// <summary>The kept form of a name.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Pack(StreamId stream)
    {
        var text = stream.Value;
        foreach (var prefix in Prefixes)
        {
            if (text.Length == prefix.Length + Digits
                && text.StartsWith(prefix, StringComparison.Ordinal)
                && !text.AsSpan(prefix.Length).ContainsAnyExcept(LowerHex))
            {
                var packed = new byte[PackedLength];
                packed[0] = (byte)prefix[0];
                Convert.FromHexString(text.AsSpan(prefix.Length), packed.AsSpan(2), out _, out _);
                return packed;
            }
        }

        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>The name of a kept form.</summary>
    /// <param name="packed">The bytes.</param>
    /// <returns>The stream.</returns>
    public static StreamId Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.Length != PackedLength || packed[1] != 0)
        {
            return new StreamId(Encoding.UTF8.GetString(packed));
        }

        var first = (char)packed[0];
        return new StreamId(Array.Find(Prefixes, prefix => prefix[0] == first) + Convert.ToHexStringLower(packed[2..]));
    }

    /// <summary>The range of kept forms that names with a prefix can have; the caller still compares the text.</summary>
    /// <param name="prefix">What the name begins with.</param>
    /// <returns>The first form, the first beyond, and whether the range holds names of ids only.</returns>
    public static (byte[] From, byte[] Beyond, bool AreIds) Range(string prefix)
    {
        if (prefix.Length == 0)
        {
            return ([], [0xff], false);
        }

        if (Prefixes.Contains(prefix))
        {
            return ([(byte)prefix[0]], [(byte)(prefix[0] + 1)], true);
        }

        var bytes = Encoding.UTF8.GetBytes(prefix);
        var packedToo = Prefixes.Any(known => known[0] == prefix[0] && (known.StartsWith(prefix, StringComparison.Ordinal)
            || prefix.StartsWith(known, StringComparison.Ordinal)));
        return packedToo ? ([bytes[0]], [(byte)(bytes[0] + 1)], false) : (bytes, [.. bytes, 0xff], false);
    }
}
