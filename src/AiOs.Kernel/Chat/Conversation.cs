using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Hearing;
using AiOs.Kernel.Chat.Pairing;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Chat.Taps;

namespace AiOs.Kernel.Chat;

/// <summary>The operator's side of every chat.</summary>
internal sealed class Conversation(Listener listener, TapDesk taps, PairedOperators operators, Homes homes, ICardKeeping keeping) : IConversation
{
    public Task HearAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return listener.HearAsync(message, cancellationToken);
    }

    public Task<TapReply> TapAsync(ChatTap tap, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tap);
        return taps.TapAsync(tap, cancellationToken);
    }

    public Task MeetAsync(ChannelName channel, string sender, string place, CancellationToken cancellationToken) =>
        operators.IsOperator(channel, sender) ? homes.KeepAsync(channel, sender, place, cancellationToken) : Task.CompletedTask;

    public Task KeepCardsAsync(IChatChannel channel, CancellationToken cancellationToken) => keeping.KeepCardsAsync(channel, cancellationToken);

    public Task RunAloneAsync(ChannelName channel, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        keeping.RunAloneAsync(channel, work, cancellationToken);
}
