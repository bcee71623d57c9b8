using System.Globalization;
using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Chat.Boards;

/// <summary>Up to which position the cards of a channel are as the journal says. At first use it stands at the head: history is not shown.</summary>
internal sealed class BoardMark
{
    private readonly ICursors _cursors;
    private readonly string _name;
    private string _stored;

    private BoardMark(ICursors cursors, string name, string stored, long position)
    {
        _cursors = cursors;
        _name = name;
        _stored = stored;
        Position = position;
    }

    public long Position { get; private set; }

    public static async Task<BoardMark> OpenAsync(ChannelName channel, ICursors cursors, IJournalStore store, CancellationToken cancellationToken)
    {
        var name = $"chat/{channel}/board";
        var head = (await store.HeadAsync(cancellationToken)).Position;
        if (await cursors.FindAsync(name, cancellationToken) is { } stored && long.TryParse(stored, CultureInfo.InvariantCulture, out var position))
        {
            // Ahead of the journal it was left by a copy that is gone.
            return new BoardMark(cursors, name, stored, Math.Min(position, head));
        }

        stored = Write(head);
        return await cursors.TryMoveAsync(name, null, stored, cancellationToken) ? new BoardMark(cursors, name, stored, head) : throw Taken();
    }

    public async Task MoveAsync(long position, CancellationToken cancellationToken)
    {
        if (Write(position) is var next && next != _stored)
        {
            _stored = await _cursors.TryMoveAsync(_name, _stored, next, cancellationToken) ? next : throw Taken();
            Position = position;
        }
    }

    private static AiOsException Taken() => new("Another host keeps the cards of this channel too.") { IsTransient = true };

    private static string Write(long position) => position.ToString(CultureInfo.InvariantCulture);
}
