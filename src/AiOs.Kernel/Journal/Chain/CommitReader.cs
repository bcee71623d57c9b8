using System.Globalization;
using System.Text.Json;
using AiOs.Contracts.Events;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Journal.Chain;

/// <summary>Opens commits.</summary>
internal static class CommitReader
{
    /// <summary>Reads one commit; without the key the sealed parts stay away.</summary>
    public static Commit Read(StoredCommit stored, StreamKey? key)
    {
        using var document = JsonDocument.Parse(stored.Bytes);
        var root = document.RootElement;
        using var personal = key is not null && root.TryGetProperty("sealed"u8, out var sealedPart)
            ? JsonDocument.Parse(Vault.Unseal(key, sealedPart.GetBytesFromBase64(), CommitWriter.AssociatedData(stored.Stream, stored.Version)))
            : null;
        return new Commit(
            stored.Position,
            stored.Id,
            DateTimeOffset.Parse(root.GetProperty("at"u8).GetString()!, CultureInfo.InvariantCulture),
            stored.Stream,
            stored.Version,
            root.GetProperty("cause"u8).GetString()!,
            stored.Dedupe,
            ReadEvents(root.GetProperty("events"u8), personal?.RootElement));
    }

    private static List<JournalEvent> ReadEvents(JsonElement clear, JsonElement? personal)
    {
        var events = new List<JournalEvent>(clear.GetArrayLength());
        for (var index = 0; index < clear.GetArrayLength(); index++)
        {
            events.Add(EventCodec.Read(clear[index], personal?[index]));
        }

        return events;
    }
}
