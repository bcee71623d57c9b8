using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;

namespace AiOs.Testing.Broken;

/// <summary>An inbox that takes words without a sender, such as those of a file, for the operator's own.</summary>
/// <param name="inner">The real one.</param>
internal sealed class BelievingInbox(IInbox inner) : IInbox
{
    public Task<Receipt> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken) =>
        inner.ReceiveAsync(message.Content.Sender is null ? message with { Authority = Authority.Operator } : message, cancellationToken);

    public Task RestAsync(WorkItemId item, CancellationToken cancellationToken) => inner.RestAsync(item, cancellationToken);

    public Task RefuseAsync(ChannelName channel, string code, long bytes, string dedupeKey, CancellationToken cancellationToken) =>
        inner.RefuseAsync(channel, code, bytes, dedupeKey, cancellationToken);
}
