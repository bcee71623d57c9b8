using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;

namespace AiOs.Bot.Tests.MailIn;

/// <summary>An inbox whose store is away, or that holds on to what comes until it is let go.</summary>
internal sealed class AwayInbox : IInbox
{
    public bool IsAway { get; set; }

    /// <summary>What comes waits for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public async Task<Receipt> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        return IsAway ? throw new AiOsException("The disk is full.") { IsTransient = true } : new Receipt(new WorkItemId(Guid.Empty), Repeated: false);
    }

    public Task RefuseAsync(ChannelName channel, string code, long bytes, string dedupeKey, CancellationToken cancellationToken) =>
        IsAway ? throw new AiOsException("The disk is full.") { IsTransient = true } : Task.CompletedTask;
}
