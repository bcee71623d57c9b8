using System.Security.Cryptography;

namespace AiOs.Kernel.Journal.Sealing;

/// <summary>The secrets of one workspace, as its key file holds them. All hosts of a workspace share them.</summary>
public sealed class WorkspaceKeys : IDisposable
{
    /// <summary>How long the workspace key is, in bytes.</summary>
    public const int MasterLength = 32;

    private readonly ECDsa _head;

    /// <summary>Takes the secrets and derives one key for each use (HKDF-SHA256, RFC 5869).</summary>
    /// <param name="master">32 random bytes.</param>
    /// <param name="headKey">The private key that signs heads: PKCS #8, ECDSA on P-256.</param>
    public WorkspaceKeys(ReadOnlySpan<byte> master, ReadOnlySpan<byte> headKey)
    {
        if (master.Length != MasterLength)
        {
            throw new Contracts.AiOsException($"A workspace key has {MasterLength} bytes; this one has {master.Length}. Put the right key file back.");
        }

        Wrapping = Derive(master, "aios wrap v1"u8);
        Dedupe = Derive(master, "aios dedupe v1"u8);
        People = Derive(master, "aios people v1"u8);
        _head = ECDsa.Create();
        _head.ImportPkcs8PrivateKey(headKey, out _);
        HeadPublicKey = _head.ExportSubjectPublicKeyInfo();
    }

    internal byte[] Wrapping { get; }

    internal byte[] Dedupe { get; }

    internal byte[] People { get; }

    /// <summary>The public half of the key that signs heads: SubjectPublicKeyInfo (RFC 5480).</summary>
    public ReadOnlyMemory<byte> HeadPublicKey { get; }

    internal byte[] SignHead(ReadOnlySpan<byte> bytes) => _head.SignData(bytes, HashAlgorithmName.SHA256);

    internal bool IsSigned(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature) => _head.VerifyData(bytes, signature, HashAlgorithmName.SHA256);

    /// <inheritdoc/>
    public void Dispose() => _head.Dispose();

    private static byte[] Derive(ReadOnlySpan<byte> master, ReadOnlySpan<byte> use)
    {
        var key = new byte[MasterLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, key, salt: [], use);
        return key;
    }
}
