using AiOs.Contracts.Chat;

namespace AiOs.Bot.Chat;

/// <summary>Keeps the cards of every configured chat service as things stand, as long as the host runs.</summary>
internal sealed class CardKeeper(IConversation conversation, IEnumerable<IChatChannel> channels) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(channels.Where(static channel => channel.IsOn).Select(channel => Task.Run(() => conversation.KeepCardsAsync(channel, stoppingToken), CancellationToken.None)));
}
