using System.Security.Cryptography;
using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Bot.Hosting;

/// <summary>The workspace key's file: made at first start, for its owner's eyes only.</summary>
internal static class KeyFile
{
    /// <summary>Reads the key, or makes it where there is neither a key nor a journal.</summary>
    /// <param name="path">The key's file.</param>
    /// <param name="database">The journal: where it is there and the key is not, a new key would help nobody.</param>
    /// <param name="entropy">The randomness.</param>
    /// <returns>The keys.</returns>
    public static WorkspaceKeys ReadOrMake(string path, string database, IEntropy entropy)
    {
        if (File.Exists(path))
        {
            return Read(path);
        }

        if (File.Exists(database))
        {
            throw new AiOsException($"The key file {path} is missing, and without it the journal cannot be opened; put it back from your backup.");
        }

        Make(path, entropy);
        return Read(path);
    }

    private static WorkspaceKeys Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(PrivateFile.Read(path));
            return new WorkspaceKeys(
                document.RootElement.GetProperty("workspaceKey").GetBytesFromBase64(),
                document.RootElement.GetProperty("headKey").GetBytesFromBase64());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or CryptographicException)
        {
            throw new AiOsException($"The key file {path} is damaged; put it back from your backup.", fault);
        }
    }

    private static void Make(string path, IEntropy entropy)
    {
        Span<byte> master = stackalloc byte[WorkspaceKeys.MasterLength];
        entropy.Fill(master);
        using var head = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PrivateFile.WriteNew(path, System.Text.Encoding.ASCII.GetBytes(
            $$"""{"format":1,"headKey":"{{Convert.ToBase64String(head.ExportPkcs8PrivateKey())}}","workspaceKey":"{{Convert.ToBase64String(master)}}"}""" + "\n"));
    }
}
