using System.Security.Cryptography;
using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Ids;

/// <summary>A SHA-256 (FIPS 180-4) digest.</summary>
/// <param name="Hex">64 lower-case hexadecimal digits.</param>
[JsonConverter(typeof(IdConverter<Digest>))]
public readonly record struct Digest(string Hex) : ITextId<Digest>
{
    /// <summary>64 zeros: what stands before the first commit.</summary>
    public static Digest Zero { get; } = new(new string('0', 64));

    /// <summary>The digest of some bytes.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <returns>Their SHA-256.</returns>
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new Digest(Convert.ToHexStringLower(hash));
    }

    /// <summary>Reads 64 hexadecimal digits of either case.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="id">The digest, or the default when the text is not one.</param>
    /// <returns>Whether the text was a digest.</returns>
    public static bool TryParse(string? text, out Digest id)
    {
        var read = text is { Length: 64 } && text.All(char.IsAsciiHexDigit);
        id = read ? new Digest(text!.ToLowerInvariant()) : default;
        return read;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    /// <returns><see cref="Hex"/>.</returns>
    public override string ToString() => Hex;
}
