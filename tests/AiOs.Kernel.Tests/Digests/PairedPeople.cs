using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Tests.Digests;

/// <summary>Who is paired where, as a test says.</summary>
internal sealed class PairedPeople : IPairing
{
    public IReadOnlyList<PairedDevice> Devices { get; set; } = [];

    public bool IsOperator(ChannelName channel, string sender) => Devices.Any(device => device.Channel == channel && device.Sender == sender);

    public Task<string> NewCodeAsync(ChannelName channel, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ControlOutcome> RevokeAsync(ChannelName channel, string sender, ChannelName byChannel, string by, CancellationToken cancellationToken) => throw new NotSupportedException();
}
