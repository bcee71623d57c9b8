using System.Text.Json;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Ledger;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Chat;

public sealed class DeviceLedgerTests
{
    [Fact]
    public void Apply_PairedTwiceAndRevoked_CountsByTheExactId()
    {
        var paired = new DeviceLedger().Apply(new DevicePaired(ChannelName.Teams, "abc"), Some.Moment);
        var again = paired.Apply(new DevicePaired(ChannelName.Teams, "abc"), Some.Moment.AddDays(1));
        var other = again.Apply(new DeviceRevoked(ChannelName.Telegram, "abc", ChannelName.Web, "operator"), Some.Moment);
        var gone = other.Apply(new DeviceRevoked(ChannelName.Teams, "abc", ChannelName.Web, "operator"), Some.Moment);

        Assert.Same(paired, again);
        Assert.Same(again, other);
        Assert.Equal((true, false, false, false), (other.Has(ChannelName.Teams, "abc"), other.Has(ChannelName.Teams, "ABC"), other.Has(ChannelName.Telegram, "abc"), gone.Has(ChannelName.Teams, "abc")));
    }

    [Fact]
    public void Text_OfALedgerWithDevices_IsReadBackTheSame()
    {
        var ledger = new WorkspaceLedger { Devices = new DeviceLedger().Apply(new DevicePaired(ChannelName.Teams, "abc"), Some.Moment) };
        var text = LedgerKeeper.TextOf(ledger);
        var read = JsonSerializer.Deserialize(text, LedgerJson.Default.WorkspaceLedger);

        Assert.Equal(text, LedgerKeeper.TextOf(read!));
        Assert.True(read!.Devices.Has(ChannelName.Teams, "abc"));
    }
}
