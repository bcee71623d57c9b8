using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Chat.Places;

/// <summary>No chat shows cards: nothing was shown, so nothing can be approved by typing.</summary>
internal sealed class NoCards : ICardPlaces, ICardKeeping, IAsyncDisposable
{
    public Task<bool> ShowsAsync(ChannelName channel, string place, ApprovalId approval, CancellationToken cancellationToken) => Task.FromResult(false);

    public IAsyncDisposable Begin(IChatChannel channel, ChatMessage message) => this;

    public Task KeepCardsAsync(IChatChannel channel, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Nobody shares anything, so it simply runs.</summary>
    public Task RunAloneAsync(ChannelName channel, Func<CancellationToken, Task> work, CancellationToken cancellationToken) => work(cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
