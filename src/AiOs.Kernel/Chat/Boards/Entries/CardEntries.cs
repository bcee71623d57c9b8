using System.Text.Json;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Chat.Boards.Entries;

/// <summary>Keeps where the cards of work items stand, one cursor for each channel and work item.</summary>
internal sealed class CardEntries(ICursors cursors)
{
    public async Task<OpenEntry> OpenAsync(ChannelName channel, WorkItemId item, CancellationToken cancellationToken)
    {
        var name = NameOf(channel, item);
        var stored = await cursors.FindAsync(name, cancellationToken);
        return new OpenEntry(cursors, name, stored, Read(stored));
    }

    public async Task<CardEntry> FindAsync(ChannelName channel, WorkItemId item, CancellationToken cancellationToken) =>
        Read(await cursors.FindAsync(NameOf(channel, item), cancellationToken));

    private static string NameOf(ChannelName channel, WorkItemId item) => $"chat/{channel}/card/{item}";

    /// <summary>What cannot be read counts as nothing shown: at worst a card stands there twice.</summary>
    private static CardEntry Read(string? stored)
    {
        try
        {
            return stored is null ? CardEntry.Empty : JsonSerializer.Deserialize(stored, EntryJson.Default.CardEntry) ?? CardEntry.Empty;
        }
        catch (JsonException)
        {
            return CardEntry.Empty;
        }
    }
}
