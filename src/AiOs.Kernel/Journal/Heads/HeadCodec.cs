using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Json;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Journal.Heads;

/// <summary>Writes, reads and checks signed heads.</summary>
internal static class HeadCodec
{
    public static byte[] Sign(JournalHead head, WorkspaceId workspace, WorkspaceKeys keys)
    {
        var publicKey = Convert.ToBase64String(keys.HeadPublicKey.Span);
        var signature = keys.SignHead(Unsigned(head.Position, head.Hash, workspace, publicKey));
        return Written(new SignedHead(workspace, head.Position, head.Hash, publicKey, Convert.ToBase64String(signature)));
    }

    /// <summary>Reads a head and checks its signature against its own key. Throws <see cref="AiOsException"/> where it is not whole.</summary>
    public static SignedHead Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = document.RootElement;
            var head = new SignedHead(
                new WorkspaceId(root.GetProperty("workspace"u8).GetString()!),
                root.GetProperty("position"u8).GetInt64(),
                new Digest(root.GetProperty("hash"u8).GetString()!),
                root.GetProperty("publicKey"u8).GetString()!,
                root.GetProperty("signature"u8).GetString()!);
            if (!Written(head).AsSpan().SequenceEqual(WithoutLineEnd(bytes.Span)))
            {
                throw new AiOsException("A signed head was changed: its bytes are not the canonical ones.");
            }

            return IsSigned(head) ? head : throw new AiOsException("A signed head was changed: its signature does not fit.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or CryptographicException or PlatformNotSupportedException)
        {
            throw new AiOsException("A signed head cannot be read.", fault);
        }
    }

    private static byte[] Written(SignedHead head) => CanonicalJson.Of(Encoding.UTF8.GetBytes(
        $$"""{"hash":"{{head.Hash}}","position":{{head.Position}},"publicKey":"{{head.PublicKey}}","signature":"{{Canonical(head.Signature)}}","workspace":{{Quoted(head.Workspace)}}}"""));

    /// <summary>Base64 has spare bits at its end, and a decoder looks past them.</summary>
    private static string Canonical(string base64) => Convert.ToBase64String(Convert.FromBase64String(base64));

    private static ReadOnlySpan<byte> WithoutLineEnd(ReadOnlySpan<byte> bytes) => bytes is [.., (byte)'\n'] ? bytes[..^1] : bytes;

    private static bool IsSigned(SignedHead head)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(head.PublicKey), out _);
        return key.VerifyData(Unsigned(head.Position, head.Hash, head.Workspace, head.PublicKey), Convert.FromBase64String(head.Signature), HashAlgorithmName.SHA256);
    }

    private static byte[] Unsigned(long position, Digest hash, WorkspaceId workspace, string publicKey) => CanonicalJson.Of(Encoding.UTF8.GetBytes(
        $$"""{"hash":"{{hash}}","position":{{position}},"publicKey":"{{publicKey}}","workspace":{{Quoted(workspace)}}}"""));

    private static string Quoted(WorkspaceId workspace)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        CanonicalJson.WriteString(output, workspace.Value);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
