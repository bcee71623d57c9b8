using System.Collections.Concurrent;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Telegram.Tests.Fakes;

/// <summary>A conversation that remembers what it was told, and does what the test says.</summary>
internal sealed class RecordingConversation : IConversation
{
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<ChatMessage> Heard { get; } = new();

    public ConcurrentQueue<ChatTap> Taps { get; } = new();

    public ConcurrentQueue<(string Sender, string Place)> Met { get; } = new();

    /// <summary>What happens before a message counts as heard.</summary>
    public Func<ChatMessage, Task> OnHear { get; set; } = static _ => Task.CompletedTask;

    /// <summary>What a tap comes to.</summary>
    public Func<ChatTap, Task<TapReply>> OnTap { get; set; } = static _ => Task.FromResult(new TapReply(true, "Approved."));

    public IEnumerable<string?> Texts => Heard.Select(static one => one.Text);

    public async Task HearAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        await OnHear(message).WaitAsync(cancellationToken);
        Heard.Enqueue(message);
        Tell();
    }

    public async Task<TapReply> TapAsync(ChatTap tap, CancellationToken cancellationToken)
    {
        var reply = await OnTap(tap).WaitAsync(cancellationToken);
        Taps.Enqueue(tap);
        Tell();
        return reply;
    }

    public Task MeetAsync(ChannelName channel, string sender, string place, CancellationToken cancellationToken)
    {
        Met.Enqueue((sender, place));
        Tell();
        return Task.CompletedTask;
    }

    public Task KeepCardsAsync(IChatChannel channel, CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    public async Task RunAloneAsync(ChannelName channel, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        Assert.Equal(ChannelName.Telegram, channel);
        try
        {
            await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // As it is to end.
        }
    }

    /// <summary>Waits until it holds.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        while (true)
        {
            var next = Volatile.Read(ref _news).Task;
            if (holds())
            {
                return;
            }

            await next.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private void Tell() => Interlocked.Exchange(ref _news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
