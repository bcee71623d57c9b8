using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Chat.Boards.Entries;

/// <summary>An entry that is being changed. Who changes it at the same time, such as a host that lost its lease without knowing, is found out.</summary>
internal sealed class OpenEntry(ICursors cursors, string name, string? stored, CardEntry value)
{
    /// <summary>What a cursor holds.</summary>
    private const int Longest = 4096;

    /// <summary>What an intent may take, so that the ids of its messages fit beside it.</summary>
    private const int LongestIntent = 3400;

    private string? _stored = stored;

    public CardEntry Value { get; private set; } = value;

    /// <summary>Writes down that something is about to be sent.</summary>
    /// <returns>False where there is no room for one place more; nothing is written then.</returns>
    public async Task<bool> TryIntendAsync(PlaceEntry place, CancellationToken cancellationToken)
    {
        var next = Value.With(place);
        if (Write(next).Length > LongestIntent)
        {
            return false;
        }

        await SaveAsync(next, cancellationToken);
        return true;
    }

    public Task SaveAsync(PlaceEntry place, CancellationToken cancellationToken) => SaveAsync(Value.With(place), cancellationToken);

    public async Task SaveAsync(CardEntry next, CancellationToken cancellationToken)
    {
        var kept = Write(next).Length <= Longest ? next : next.Shortened();
        var text = Write(kept);
        if (!await cursors.TryMoveAsync(name, _stored, text, cancellationToken))
        {
            throw new AiOsException("Somebody else keeps this card too; it is looked at anew.") { IsTransient = true };
        }

        _stored = text;
        Value = kept;
    }

    private static string Write(CardEntry entry) => JsonSerializer.Serialize(entry, EntryJson.Default.CardEntry);
}
