using AiOs.Contracts;

namespace AiOs.Channels.Telegram.Sending;

/// <summary>One line of waiting per chat: what was asked first is done first, and chats do not wait for each other. At most so many wait.</summary>
internal sealed class ChatLanes(int mostWaiting)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, (Task Tail, int Waiting)> _lanes = [];

    /// <summary>Does something when its turn in the chat has come. The token ends the wait for it; the work minds for itself.</summary>
    public async Task<T> RunAsync<T>(long chat, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = EnterAsync(chat, mine.Task);
        try
        {
            await before.WaitAsync(cancellationToken);
            return await work();
        }
        finally
        {
            // Who gave up waiting still passes the turn on in its place.
            _ = before.ContinueWith((_, _) => mine.SetResult(), null, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            Leave(chat);
        }
    }

    /// <summary>Whether somebody is at it or waits in a chat.</summary>
    public bool IsBusy(long chat)
    {
        lock (_gate)
        {
            return _lanes.ContainsKey(chat);
        }
    }

    private Task EnterAsync(long chat, Task mine)
    {
        lock (_gate)
        {
            var (tail, waiting) = _lanes.GetValueOrDefault(chat, (Task.CompletedTask, 0));
            if (waiting >= mostWaiting)
            {
                throw new AiOsException("Too much waits for one Telegram chat; it is tried again later.") { IsTransient = true };
            }

            _lanes[chat] = (mine, waiting + 1);
            return tail;
        }
    }

    private void Leave(long chat)
    {
        lock (_gate)
        {
            var (tail, waiting) = _lanes[chat];
            if (waiting == 1)
            {
                _lanes.Remove(chat);
            }
            else
            {
                _lanes[chat] = (tail, waiting - 1);
            }
        }
    }
}
