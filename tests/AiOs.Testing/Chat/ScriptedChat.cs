using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Testing.Chat;

/// <summary>A chat service that remembers what was said and shown.</summary>
internal sealed class ScriptedChat(ChannelName name) : IChatChannel
{
    private readonly Lock _gate = new();
    private readonly List<SaidNote> _said = [];
    private readonly List<(string Place, string Message, Card Card)> _shown = [];
    private int _next = 1000;

    public ChannelName Name => name;

    public bool IsOn => true;

    /// <summary>Whether cards find room.</summary>
    public bool ShowsWhole { get; set; } = true;

    /// <summary>Everything that was said, oldest first.</summary>
    public IReadOnlyList<SaidNote> Said
    {
        get
        {
            lock (_gate)
            {
                return [.. _said];
            }
        }
    }

    /// <summary>Every card that was sent because it was asked for.</summary>
    public IReadOnlyList<(string Place, string Message, Card Card)> Shown
    {
        get
        {
            lock (_gate)
            {
                return [.. _shown];
            }
        }
    }

    public string? HomeOf(string sender) => sender;

    public Task<SendOutcome> SendAsync(string place, Card card, string? replyTo, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var message = NextMessage();
            _shown.Add((place, message, card));
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent(new ShownMessages(place, [], message)) { IsWhole = ShowsWhole });
        }
    }

    public Task<SendOutcome> SayAsync(string place, ChatNote note, string? replyTo, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var message = NextMessage();
            _said.Add(new SaidNote(place, message, replyTo, note));
            return Sent(place, message);
        }
    }

    public Task<SendOutcome> RewriteAsync(ShownMessages messages, Card card, CancellationToken cancellationToken) => Sent(messages.Place, messages.Last);

    public Task<SendOutcome> RewriteAsync(ShownMessages messages, ChatNote note, CancellationToken cancellationToken) => Sent(messages.Place, messages.Last);

    public Task ShowTypingAsync(string place, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A name for a message of ours that nobody else has.</summary>
    public string NextMessage() => Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);

    private static Task<SendOutcome> Sent(string place, string message) => Task.FromResult<SendOutcome>(new SendOutcome.Sent(new ShownMessages(place, [], message)));
}
