using System.Globalization;
using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Testing.Chat;

/// <summary>A chat service in memory: it remembers every call and what stands where, and fails as it is told to.</summary>
public sealed class ScriptedChannel : IChatChannel
{
    private readonly Lock _gate = new();
    private readonly List<ChannelCall> _calls = [];
    private readonly Dictionary<string, Card> _standing = [];
    private int _messages;

    /// <inheritdoc/>
    public ChannelName Name { get; init; } = ChannelName.Telegram;

    /// <inheritdoc/>
    public bool IsOn => true;

    /// <summary>Where somebody can be written to before they were heard.</summary>
    public Func<string, string?> Home { get; set; } = sender => "home of " + sender;

    /// <summary>How a call ends; what it returns nothing for is done. It may throw.</summary>
    public Func<ChannelCall, SendOutcome?> Answer { get; set; } = _ => null;

    /// <summary>How a message's name begins, so that two hosts' messages differ.</summary>
    public string Prefix { get; init; } = "m";

    /// <summary>What certainly did not happen and is worth another try.</summary>
    public static AiOsException Transient => new("The chat service is busy.") { IsTransient = true };

    /// <summary>Every call, oldest first, without those that show typing.</summary>
    public IReadOnlyList<ChannelCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls.Where(call => call.Kind != "typing")];
            }
        }
    }

    /// <summary>How often typing was shown.</summary>
    public int Typed
    {
        get
        {
            lock (_gate)
            {
                return _calls.Count(call => call.Kind == "typing");
            }
        }
    }

    /// <summary>Every card that was sent as a new message.</summary>
    public IReadOnlyList<ChannelCall> Sent => [.. Calls.Where(call => call.Kind == "send")];

    /// <summary>Every card that was rewritten.</summary>
    public IReadOnlyList<ChannelCall> Rewritten => [.. Calls.Where(call => call.Kind == "rewrite")];

    /// <summary>The card that stands in a message now.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The card; nothing where none stands there.</returns>
    public Card? At(string message)
    {
        lock (_gate)
        {
            return _standing.GetValueOrDefault(message);
        }
    }

    /// <inheritdoc/>
    public string? HomeOf(string sender) => Home(sender);

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(string place, Card card, string? replyTo, CancellationToken cancellationToken) =>
        TakeAsync(new ChannelCall("send", place) { Card = card, ReplyTo = replyTo }, cancellationToken);

    /// <inheritdoc/>
    public Task<SendOutcome> RewriteAsync(ShownMessages messages, Card card, CancellationToken cancellationToken) =>
        TakeAsync(new ChannelCall("rewrite", messages.Place) { Card = card, Message = messages.Last }, cancellationToken);

    /// <inheritdoc/>
    public Task<SendOutcome> SayAsync(string place, ChatNote note, string? replyTo, CancellationToken cancellationToken) =>
        TakeAsync(new ChannelCall("say", place) { Note = note, ReplyTo = replyTo }, cancellationToken);

    /// <inheritdoc/>
    public Task<SendOutcome> RewriteAsync(ShownMessages messages, ChatNote note, CancellationToken cancellationToken) =>
        TakeAsync(new ChannelCall("resay", messages.Place) { Note = note, Message = messages.Last }, cancellationToken);

    /// <inheritdoc/>
    public Task ShowTypingAsync(string place, CancellationToken cancellationToken) => TakeAsync(new ChannelCall("typing", place), cancellationToken);

    private Task<SendOutcome> TakeAsync(ChannelCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _calls.Add(call);
            if (Answer(call) is { } scripted)
            {
                return Task.FromResult(scripted);
            }

            if (call.Kind == "typing")
            {
                return Task.FromResult<SendOutcome>(new SendOutcome.Unknown());
            }

            var message = call.Message ?? Prefix + (++_messages).ToString(CultureInfo.InvariantCulture);
            if (call.Card is { } card)
            {
                _standing[message] = card;
            }

            return Task.FromResult<SendOutcome>(new SendOutcome.Sent(new ShownMessages(call.Place, [], message)));
        }
    }
}
