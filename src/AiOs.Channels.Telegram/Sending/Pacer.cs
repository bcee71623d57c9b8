namespace AiOs.Channels.Telegram.Sending;

/// <summary>Waits until the next call is allowed. Keeps a figure per chat, and forgets the chats that have rested.</summary>
internal sealed class Pacer(TimeProvider time)
{
    private const int TidyAt = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Allowance> _chats = [];
    private readonly long _start = time.GetTimestamp();
    private Allowance _all = Pace.OfAll;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Waits for the chat first and then for all, so that a slow group holds up nobody else.</summary>
    public async Task WaitAsync(long chat, CancellationToken cancellationToken)
    {
        while (Take(chat) is { } wait)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Whether a call that may be left out can be made at once. It is counted against all, never against the chat.</summary>
    public bool TryTakeSpare(long chat)
    {
        lock (_gate)
        {
            var now = Now;
            if (_chats.GetValueOrDefault(chat, Pace.Of(chat)).NextAt(now) > now || !_all.IsWhole(now))
            {
                return false;
            }

            _all = _all.Taken(now);
            return true;
        }
    }

    /// <summary>How long the chat is left alone yet.</summary>
    public TimeSpan Ahead(long chat)
    {
        lock (_gate)
        {
            return _chats.TryGetValue(chat, out var mine) ? mine.NextAt(Now) - Now : TimeSpan.Zero;
        }
    }

    /// <summary>Leaves a chat alone as long as Telegram said.</summary>
    public void Pause(long chat, TimeSpan wait)
    {
        lock (_gate)
        {
            _chats[chat] = _chats.GetValueOrDefault(chat, Pace.Of(chat)).PausedUntil(Now + wait);
        }
    }

    /// <summary>Takes a place, or says how long to wait before asking again.</summary>
    private TimeSpan? Take(long chat)
    {
        lock (_gate)
        {
            var now = Now;
            var mine = _chats.GetValueOrDefault(chat, Pace.Of(chat));
            var at = mine.NextAt(now) is var own && own > now ? own : _all.NextAt(now);
            if (at > now)
            {
                return at - now;
            }

            (_chats[chat], _all) = (mine.Taken(now), _all.Taken(now));
            if (_chats.Count > TidyAt)
            {
                Tidy(now);
            }

            return null;
        }
    }

    private void Tidy(TimeSpan now)
    {
        foreach (var (chat, _) in _chats.Where(one => one.Value.IsWhole(now)).ToList())
        {
            _chats.Remove(chat);
        }
    }
}
