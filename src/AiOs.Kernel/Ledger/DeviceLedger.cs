using AiOs.Contracts.Chat;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Ledger;

/// <summary>Who is the operator by pairing, in the order in which they were paired. An empty list is nobody.</summary>
internal sealed record DeviceLedger
{
    public IReadOnlyList<PairedDevice> Paired { get; init; } = [];

    /// <summary>Ids are compared exactly: they are ids, not names.</summary>
    public bool Has(ChannelName channel, string sender) => Paired.Any(device => Is(device, channel, sender));

    public DeviceLedger Apply(JournalEvent happened, DateTimeOffset at) => happened switch
    {
        DevicePaired paired when !Has(paired.Channel, paired.By) => this with { Paired = [.. Paired, new PairedDevice(paired.Channel, paired.By, at)] },
        DeviceRevoked revoked when Has(revoked.Channel, revoked.Sender) => this with { Paired = [.. Paired.Where(device => !Is(device, revoked.Channel, revoked.Sender))] },
        _ => this,
    };

    public static bool Is(PairedDevice device, ChannelName channel, string sender) =>
        device.Channel == channel && string.Equals(device.Sender, sender, StringComparison.Ordinal);
}
