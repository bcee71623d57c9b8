using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;

namespace AiOs.Kernel.Journal.Exporting;

/// <summary>Reads the keys of an export, still wrapped.</summary>
internal static class ExportedKeys
{
    public static async IAsyncEnumerable<StoredKey> ReadAsync(string folder, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in File.ReadLinesAsync(Path.Combine(folder, ExportNames.Keys), cancellationToken))
        {
            yield return KeyIn(line);
        }
    }

    private static StoredKey KeyIn(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return new StoredKey(new StreamId(document.RootElement.GetProperty("key"u8).GetString()!), document.RootElement.GetProperty("wrapped"u8).GetBytesFromBase64());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new AiOsException($"{ExportNames.Keys} of the export cannot be read; take another copy.", fault);
        }
    }
}
