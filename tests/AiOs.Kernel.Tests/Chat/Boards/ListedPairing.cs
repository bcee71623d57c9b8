using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Tests.Chat.Boards;

/// <summary>Who is paired, as a test says.</summary>
internal sealed class ListedPairing : IPairing
{
    private IReadOnlyList<PairedDevice> _devices = [];

    public IReadOnlyList<PairedDevice> Devices => Volatile.Read(ref _devices);

    public void Set(params string[] senders) => Volatile.Write(ref _devices, [.. senders.Select(sender => new PairedDevice(ChannelName.Telegram, sender, Since: null))]);

    public bool IsOperator(ChannelName channel, string sender) => Devices.Any(device => device.Channel == channel && device.Sender == sender);

    public Task<string> NewCodeAsync(ChannelName channel, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ControlOutcome> RevokeAsync(ChannelName channel, string sender, ChannelName byChannel, string by, CancellationToken cancellationToken) => throw new NotSupportedException();
}
