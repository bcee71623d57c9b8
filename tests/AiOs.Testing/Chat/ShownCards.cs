using System.Collections.Concurrent;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Places;

namespace AiOs.Testing.Chat;

/// <summary>Which cards a test has shown whole, and where.</summary>
internal sealed class ShownCards : ICardPlaces, IAsyncDisposable
{
    private readonly ConcurrentDictionary<(ChannelName, string, ApprovalId), bool> _shown = new();

    /// <summary>How often work on a message was begun.</summary>
    public int Begun { get; private set; }

    public void Add(ChannelName channel, string place, ApprovalId approval) => _shown[(channel, place, approval)] = true;

    public Task<bool> ShowsAsync(ChannelName channel, string place, ApprovalId approval, CancellationToken cancellationToken) => Task.FromResult(_shown.ContainsKey((channel, place, approval)));

    public Task<bool> KeepsAsync(ChannelName channel, string place, WorkItemId item, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Whether messages are noted as kept up to date.</summary>
    public bool Holds { get; set; } = true;

    public Task<bool> HoldsAsync(ChannelName channel, string place, string message, WorkItemId item, CancellationToken cancellationToken) => Task.FromResult(Holds);

    public Task TakeOverAsync(ChannelName channel, Card card, SendOutcome.Sent sent, string? person, CancellationToken cancellationToken)
    {
        if (sent.IsWhole && card.Actions.OfType<CardAction.Decide>().FirstOrDefault() is { } decide)
        {
            Add(channel, sent.Messages.Place, decide.Approval);
        }

        return Task.CompletedTask;
    }

    public IAsyncDisposable Begin(IChatChannel channel, ChatMessage message)
    {
        Begun++;
        return this;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
