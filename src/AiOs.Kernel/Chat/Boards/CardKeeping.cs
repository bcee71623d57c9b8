using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Boards.Turns;
using AiOs.Kernel.Chat.Places;

namespace AiOs.Kernel.Chat.Boards;

/// <summary>Keeps the cards of a channel, one host at a time. Who polls a channel need not be who keeps its cards.</summary>
internal sealed class CardKeeping(BoardFollower follower, AloneRunner alone) : ICardKeeping
{
    public Task KeepCardsAsync(IChatChannel channel, CancellationToken cancellationToken) =>
        alone.RunAsync($"channel/{channel.Name}/cards", token => follower.FollowAsync(channel, token), cancellationToken);

    public Task RunAloneAsync(ChannelName channel, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        alone.RunAsync($"channel/{channel}", work, cancellationToken);
}
