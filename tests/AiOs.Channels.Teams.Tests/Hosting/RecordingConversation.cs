using System.Collections.Concurrent;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Teams.Tests.Hosting;

/// <summary>The kernel's side, as far as a channel sees it: it writes down what it is told, knows a repeat by its key, and answers as a test wants.</summary>
internal sealed class RecordingConversation : IConversation
{
    private readonly ConcurrentDictionary<string, bool> _known = new();

    public ConcurrentQueue<ChatMessage> Heard { get; } = new();

    public ConcurrentQueue<ChatTap> Taps { get; } = new();

    public ConcurrentQueue<(string Sender, string Place)> Met { get; } = new();

    /// <summary>How often anything was called, repeats among them.</summary>
    public int Calls { get; private set; }

    public Func<ChatMessage, CancellationToken, Task> OnHear { get; set; } = static (_, _) => Task.CompletedTask;

    public Func<ChatTap, CancellationToken, Task<TapReply>> OnTap { get; set; } = static (_, _) => Task.FromResult(new TapReply(Accepted: true, "Approved."));

    public async Task HearAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        Calls++;
        await OnHear(message, cancellationToken);
        if (_known.TryAdd(message.DedupeKey, true))
        {
            Heard.Enqueue(message);
        }
    }

    public async Task<TapReply> TapAsync(ChatTap tap, CancellationToken cancellationToken)
    {
        Calls++;
        Taps.Enqueue(tap);
        return await OnTap(tap, cancellationToken);
    }

    public Task MeetAsync(ChannelName channel, string sender, string place, CancellationToken cancellationToken)
    {
        Calls++;
        Met.Enqueue((sender, place));
        return Task.CompletedTask;
    }

    public Task KeepCardsAsync(IChatChannel channel, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RunAloneAsync(ChannelName channel, Func<CancellationToken, Task> work, CancellationToken cancellationToken) => throw new NotSupportedException();
}
