using System.Collections.Concurrent;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;

namespace AiOs.Channels.Telegram.Tests.Fakes;

/// <summary>Remembers what was refused.</summary>
internal sealed class RecordingInbox : IInbox
{
    public ConcurrentQueue<(string Code, long Bytes, string Key)> Refused { get; } = new();

    public Task<Receipt> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The channel hands everything to the conversation.");

    public Task RefuseAsync(ChannelName channel, string code, long bytes, string dedupeKey, CancellationToken cancellationToken)
    {
        Assert.Equal(ChannelName.Telegram, channel);
        Refused.Enqueue((code, bytes, dedupeKey));
        return Task.CompletedTask;
    }
}
