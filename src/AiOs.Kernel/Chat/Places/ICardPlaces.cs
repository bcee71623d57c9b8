using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Chat.Places;

/// <summary>What the conversation asks of the board.</summary>
internal interface ICardPlaces
{
    /// <summary>Whether a place shows the card of an approval, or may do so.</summary>
    Task<bool> ShowsAsync(ChannelName channel, string place, ApprovalId approval, CancellationToken cancellationToken);

    /// <summary>Shows that a message is worked on, until it is disposed of.</summary>
    IAsyncDisposable Begin(IChatChannel channel, ChatMessage message);
}
