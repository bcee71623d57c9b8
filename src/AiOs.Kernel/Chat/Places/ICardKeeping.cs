using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Chat.Places;

/// <summary>Keeps cards as things stand, and what one host may do at a time.</summary>
internal interface ICardKeeping
{
    /// <summary>Keeps the cards of a channel until it is cancelled.</summary>
    Task KeepCardsAsync(IChatChannel channel, CancellationToken cancellationToken);

    /// <summary>Runs what one host may do at a time until it is cancelled.</summary>
    Task RunAloneAsync(ChannelName channel, Func<CancellationToken, Task> work, CancellationToken cancellationToken);
}
