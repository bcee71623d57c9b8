using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;

namespace AiOs.Simulation.Controls;

/// <summary>Knows no delivery again.</summary>
internal sealed class ForgetfulInbox(IInbox inner) : IInbox
{
    private int _deliveries;

    public Task<Receipt> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken) =>
        inner.ReceiveAsync(message with { DedupeKey = FormattableString.Invariant($"{message.DedupeKey}/{++_deliveries}") }, cancellationToken);

    public Task RefuseAsync(ChannelName channel, string code, long bytes, string dedupeKey, CancellationToken cancellationToken) =>
        inner.RefuseAsync(channel, code, bytes, dedupeKey, cancellationToken);
}
