using System.Text.Json;
using AiOs.Contracts.Events;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Journal.Chain;

namespace AiOs.Kernel.Journal.Exporting;

/// <summary>Which blobs a commit refers to.</summary>
internal static class BlobsIn
{
    public static IEnumerable<BlobRef> Commit(Commit commit)
    {
        foreach (var received in commit.Events.OfType<MessageReceived>())
        {
            if (received.Raw is { } raw)
            {
                yield return raw;
            }

            foreach (var attachment in received.Personal?.Content.Attachments ?? [])
            {
                if (attachment.Blob is { } blob)
                {
                    yield return blob;
                }
            }
        }
    }

    /// <summary>The names of those that stand in clear in a commit's bytes; attachments are named inside of what is sealed.</summary>
    public static IReadOnlyList<(string Key, string Name)> Clear(ReadOnlyMemory<byte> commit)
    {
        using var document = JsonDocument.Parse(commit);
        return [.. document.RootElement.GetProperty("events"u8).EnumerateArray()
            .SelectMany(happened => happened.EnumerateObject())
            .Where(member => member.Value.ValueKind is JsonValueKind.Object && member.Value.TryGetProperty("key"u8, out _) && member.Value.TryGetProperty("sha256"u8, out _))
            .Select(member => (member.Value.GetProperty("key"u8).GetString()!, member.Value.GetProperty("sha256"u8).GetString()!))];
    }
}
