using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Journal.Sealing;

/// <summary>
/// Seals and opens personal data: AES-256-GCM under the stream's data key, compressed first.
/// What is sealed is <c>nonce (12) | ciphertext | tag (16)</c>; its first plain byte says 0 as it is, 1 Brotli (RFC 7932).
/// </summary>
internal sealed class Vault(WorkspaceKeys keys, IEntropy entropy)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int SmallestCompressed = 512;
    private const int LargestOpened = 128 * 1024 * 1024;

    public StreamKey NewKey(StreamId stream)
    {
        var secret = new byte[WorkspaceKeys.MasterLength];
        entropy.Fill(secret);
        var wrapped = Encrypt(keys.Wrapping, secret, Encoding.UTF8.GetBytes(stream.Value));
        return new StreamKey(stream, secret, new StoredKey(stream, wrapped));
    }

    public StreamKey Open(StoredKey stored) =>
        new(stored.Stream, Decrypt(keys.Wrapping, stored.Wrapped.Span, Encoding.UTF8.GetBytes(stored.Stream.Value)), stored);

    public byte[] Seal(StreamKey key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var packed = ArrayPool<byte>.Shared.Rent(plain.Length + 1);
        try
        {
            return Encrypt(key.Secret, packed.AsSpan(0, Pack(plain, packed)), associated);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed, clearArray: true);
        }
    }

    /// <summary>
    /// Seals so that the same words in the same place under the same key give the same bytes: the nonce is a keyed hash of place and words,
    /// so no two different texts share one. For what is written out again and again.
    /// </summary>
    public static byte[] SealAlike(StreamKey key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var packed = ArrayPool<byte>.Shared.Rent(plain.Length + 1);
        try
        {
            var words = packed.AsSpan(0, Pack(plain, packed));
            Span<byte> nonceKey = stackalloc byte[WorkspaceKeys.MasterLength];
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, nonceKey, salt: [], "aios nonce v1"u8);
            using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, nonceKey);
            Span<byte> length = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(length, associated.Length);
            mac.AppendData(length);
            mac.AppendData(associated);
            mac.AppendData(words);
            var output = new byte[NonceLength + words.Length + TagLength];
            mac.GetHashAndReset().AsSpan(0, NonceLength).CopyTo(output);
            return Encrypt(key.Secret, words, associated, output);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed, clearArray: true);
        }
    }

    public static byte[] Unseal(StreamKey key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> associated)
    {
        var packed = Decrypt(key.Secret, sealedBytes, associated);
        return packed is [0, ..] ? packed[1..] : Unpack(packed);
    }

    /// <summary>Tells a repeat without telling what: the first 128 bits of an HMAC-SHA256.</summary>
    public string DedupeHash(string text) => KeyedHash(keys.Dedupe, text);

    /// <summary>Finds a person's streams without naming the person. Addresses differ in case only by accident.</summary>
    public string PersonHash(string address) => KeyedHash(keys.People, address.Trim().ToLowerInvariant());

    private static string KeyedHash(byte[] key, string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }

    private static int Pack(ReadOnlySpan<byte> plain, byte[] packed)
    {
        if (plain.Length >= SmallestCompressed
            && BrotliEncoder.TryCompress(plain, packed.AsSpan(1, plain.Length - 1), out var written, quality: 1, window: 18))
        {
            packed[0] = 1;
            return written + 1;
        }

        packed[0] = 0;
        plain.CopyTo(packed.AsSpan(1));
        return plain.Length + 1;
    }

    private static byte[] Unpack(byte[] packed)
    {
        if (packed is not [1, ..])
        {
            throw new AiOsException("Sealed data is packed in a way that this version does not know; use a newer version.");
        }

        using var source = new MemoryStream(packed, 1, packed.Length - 1);
        using var brotli = new BrotliStream(source, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = brotli.Read(buffer)) > 0;)
        {
            plain.Write(buffer.AsSpan(0, read));
            if (plain.Length > LargestOpened)
            {
                throw new AiOsException("Sealed data opens to more than 128 MB and is refused.");
            }
        }

        return plain.ToArray();
    }

    private byte[] Encrypt(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var output = new byte[NonceLength + plain.Length + TagLength];
        entropy.Fill(output.AsSpan(0, NonceLength));
        return Encrypt(key, plain, associated, output);
    }

    /// <summary>Seals behind the nonce that stands in the output already.</summary>
    private static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated, byte[] output)
    {
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(output.AsSpan(0, NonceLength), plain, output.AsSpan(NonceLength, plain.Length), output.AsSpan(NonceLength + plain.Length), associated);
        return output;
    }

    private static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> associated)
    {
        if (sealedBytes.Length < NonceLength + TagLength)
        {
            throw new AiOsException("Sealed data is too short to be whole.");
        }

        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(sealedBytes[..NonceLength], sealedBytes[NonceLength..^TagLength], sealedBytes[^TagLength..], plain, associated);
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw new AiOsException("Sealed data does not open: it was changed, or the key file is not this workspace's.", fault);
        }

        return plain;
    }
}
