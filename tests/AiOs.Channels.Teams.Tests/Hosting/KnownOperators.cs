using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Teams.Tests.Hosting;

/// <summary>Who a test says is the operator.</summary>
internal sealed class KnownOperators : IPairing
{
    public HashSet<string> Ids { get; } = [];

    public IReadOnlyList<PairedDevice> Devices => [.. Ids.Select(static id => new PairedDevice(ChannelName.Teams, id, null))];

    public bool IsOperator(ChannelName channel, string sender) => channel == ChannelName.Teams && Ids.Contains(sender);

    public Task<string> NewCodeAsync(ChannelName channel, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ControlOutcome> RevokeAsync(ChannelName channel, string sender, ChannelName byChannel, string by, CancellationToken cancellationToken) => throw new NotSupportedException();
}
