using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Chat.Places;

/// <summary>What is known of the cards in chats, and how a chat sees that something is being done.</summary>
internal interface ICardPlaces
{
    /// <summary>Whether the card of an approval was shown whole in a place.</summary>
    Task<bool> ShowsAsync(ChannelName channel, string place, ApprovalId approval, CancellationToken cancellationToken);

    /// <summary>Shows that a message is being worked on, until it is disposed.</summary>
    IAsyncDisposable Begin(IChatChannel channel, ChatMessage message);
}
