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
        return CanonicalJson.Of(Encoding.UTF8.GetBytes(
            $$"""{"hash":"{{head.Hash}}","position":{{head.Position}},"publicKey":"{{publicKey}}","signature":"{{Convert.ToBase64String(signature)}}","workspace":{{Quoted(workspace)}}}"""));
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
            return IsSigned(head) ? head : throw new AiOsException("A signed head was changed: its signature does not fit.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or CryptographicException)
        {
            throw new AiOsException("A signed head cannot be read.", fault);
        }
    }

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
