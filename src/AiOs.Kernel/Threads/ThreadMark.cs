using System.Globalization;
using AiOs.Contracts;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Threads;

/// <summary>Up to which position mails are threaded. At first use it stands before the journal's start, so that all that ever came is known.</summary>
internal sealed class ThreadMark
{
    private const string Name = "threads/position";

    private readonly ICursors _cursors;
    private string? _stored;

    private ThreadMark(ICursors cursors, string? stored, long position)
    {
        _cursors = cursors;
        _stored = stored;
        Position = position;
    }

    public long Position { get; private set; }

    public static async Task<ThreadMark> OpenAsync(ICursors cursors, IJournalStore store, CancellationToken cancellationToken)
    {
        var stored = await cursors.FindAsync(Name, cancellationToken);
        var position = long.TryParse(stored, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;

        // Ahead of the journal it was left by a copy that is gone, and what came instead is not known.
        return new ThreadMark(cursors, stored, position <= (await store.HeadAsync(cancellationToken)).Position ? position : 0);
    }

    public async Task MoveAsync(long position, CancellationToken cancellationToken)
    {
        var next = position.ToString(CultureInfo.InvariantCulture);
        if (next != _stored && !await _cursors.TryMoveAsync(Name, _stored, next, cancellationToken))
        {
            throw new AiOsException("Another host threads the mails too, or they are threaded anew.") { IsTransient = true };
        }

        _stored = next;
        Position = position;
    }
}
