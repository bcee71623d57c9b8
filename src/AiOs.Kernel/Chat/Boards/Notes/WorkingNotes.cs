using System.Collections.Concurrent;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Chat.Boards.Notes;

/// <summary>Shows in a chat that a message is worked on, and hands what it said over to the first card that comes of it.</summary>
internal sealed class WorkingNotes(TimeProvider time, ILogger<WorkingNotes> logger) : IAsyncDisposable
{
    /// <summary>More messages at once than any operator writes: beyond them nothing is said.</summary>
    private const int Most = 256;

    private readonly ConcurrentDictionary<(ChannelName Channel, string Place, string Message), WorkingNote> _notes = new();
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Begins to show it.</summary>
    public IAsyncDisposable Begin(IChatChannel channel, ChatMessage message)
    {
        var name = (message.Channel, message.Place, message.Message);
        var note = new WorkingNote(channel, message, time, logger, ended => _notes.TryRemove(new(name, ended)), _closing.Token);
        if (_notes.Count < Most && _notes.TryAdd(name, note))
        {
            note.Start();
        }

        return note;
    }

    /// <summary>Takes over what was said about a message, so that it is not said to the end by anybody else.</summary>
    /// <returns>Where it stands; nothing where nothing was said.</returns>
    public Task<ShownMessages?> TakeAsync(ChannelName channel, ChatOrigin origin, CancellationToken cancellationToken) =>
        _notes.TryGetValue((channel, origin.Place, origin.Message), out var note) ? note.TakeAsync().WaitAsync(cancellationToken) : Task.FromResult<ShownMessages?>(null);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        foreach (var note in _notes.Values)
        {
            await note.DisposeAsync();
        }

        _closing.Dispose();
    }
}
