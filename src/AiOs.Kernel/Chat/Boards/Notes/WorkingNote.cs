using AiOs.Contracts.Chat;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Chat.Boards.Notes;

/// <summary>
/// One message that is worked on: typing at once, a note when it takes long. Who takes the note over owns it; where nobody does within a while after
/// the end, it is rewritten to say that nothing goes on here, and no more than that: whether anything came of it is not known here.
/// </summary>
internal sealed partial class WorkingNote(IChatChannel channel, ChatMessage message, TimeProvider time, ILogger logger, Action<WorkingNote> forget, CancellationToken closing) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(4);

    /// <summary>A card follows the work by a moment, and the work itself may go on after the message was taken.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly ChatNote Working = new("Working on it…", []);
    private static readonly ChatNote Ended = new("No longer working on this. What came of it, if anything did, stands in a message of its own.", []);

#pragma warning disable CA2213 // It is disposed of after the last words are said, which outlasts this disposal.
    private readonly CancellationTokenSource _stop = new();
#pragma warning restore CA2213
    private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _saying = Task.CompletedTask;
    private ShownMessages? _said;
    private int _ended;
    private int _stopped;

    public void Start()
    {
        var stopped = _stop.Token;
        _ = TypeAsync(stopped);
        _saying = SayAsync(stopped);
    }

    /// <summary>Ends the showing, and hands over what was said; to the first who asks.</summary>
    public async Task<ShownMessages?> TakeAsync()
    {
        await StopAsync();
        await _saying;
        var said = Interlocked.Exchange(ref _said, null);
        _taken.TrySetResult();
        forget(this);
        return said;
    }

    /// <summary>The message was taken. What still has to be said in the chat holds nobody up.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _ = EndAsync();
        }
    }

    /// <summary>Only the first stops it: by the time of the others it may be disposed of.</summary>
    private Task StopAsync() => Interlocked.Exchange(ref _stopped, 1) == 0 ? _stop.CancelAsync() : Task.CompletedTask;

    private async Task EndAsync()
    {
        await _saying;
        if (Volatile.Read(ref _said) is not null)
        {
            await Task.WhenAny(_taken.Task, Task.Delay(Grace, time, closing));
        }

        if (await TakeAsync() is { } left && !closing.IsCancellationRequested)
        {
            await TryAsync(() => channel.RewriteAsync(left, Ended, closing), closing);
        }

        _stop.Dispose();
    }

    private async Task TypeAsync(CancellationToken stopped)
    {
        while (!stopped.IsCancellationRequested)
        {
            await TryAsync(() => channel.ShowTypingAsync(message.Place, stopped), stopped);
            await Task.Delay(TypingLasts, time, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SayAsync(CancellationToken stopped)
    {
        await Task.Delay(Patience, time, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stopped.IsCancellationRequested)
        {
            await TryAsync(async () => _said = (await channel.SayAsync(message.Place, Working, message.Message, stopped) as SendOutcome.Sent)?.Messages, stopped);
        }
    }

    private async Task TryAsync(Func<Task> say, CancellationToken stopped)
    {
        try
        {
            await say();
        }
        catch (Exception) when (stopped.IsCancellationRequested)
        {
            // It is over, and need not be said any more.
        }
        catch (Exception fault)
        {
            // An edge: nothing follows from it where it is not shown.
            LogNotShown(logger, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A channel could not show that a message is worked on.")]
    private static partial void LogNotShown(ILogger logger, Exception fault);
}
