using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Tests.Support;

/// <summary>An inbox that keeps what it is given.</summary>
internal sealed class FakeInbox : IInbox
{
    public List<InboundMessage> Messages { get; } = [];

    public List<(string Code, long Bytes)> Refusals { get; } = [];

    public bool Broken { get; set; }

    /// <summary>Ends when so many things have come in.</summary>
    public TaskCompletionSource Came { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Receipt> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (Broken) throw new AiOsException("The store is full.") { IsTransient = true };
        Messages.Add(message);
        Came.TrySetResult();
        return Task.FromResult(new Receipt(new WorkItemId(Guid.Empty), Repeated: false));
    }

    public Task RefuseAsync(ChannelName channel, string code, long bytes, string dedupeKey, CancellationToken cancellationToken)
    {
        if (Broken) throw new AiOsException("The store is full.") { IsTransient = true };
        Refusals.Add((code, bytes));
        return Task.CompletedTask;
    }
}
