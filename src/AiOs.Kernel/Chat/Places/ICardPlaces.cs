using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Chat.Places;

/// <summary>What is known of the cards in chats, and how a chat sees that something is being done.</summary>
internal interface ICardPlaces
{
    /// <summary>Whether the card of an approval was shown whole in a place.</summary>
    Task<bool> ShowsAsync(ChannelName channel, string place, ApprovalId approval, CancellationToken cancellationToken);

    /// <summary>Whether a card of a work item stands in a place and is kept up to date there.</summary>
    Task<bool> KeepsAsync(ChannelName channel, string place, WorkItemId item, CancellationToken cancellationToken);

    /// <summary>Whether a message is such a card.</summary>
    Task<bool> HoldsAsync(ChannelName channel, string place, string message, WorkItemId item, CancellationToken cancellationToken);

    /// <summary>Keeps a card up to date that was sent because it was asked for, where none stands in that place yet.</summary>
    Task TakeOverAsync(ChannelName channel, Card card, SendOutcome.Sent sent, string? person, CancellationToken cancellationToken);

    /// <summary>Shows that a message is being worked on, until it is disposed.</summary>
    IAsyncDisposable Begin(IChatChannel channel, ChatMessage message);
}
