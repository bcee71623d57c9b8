using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Chat.Places;

/// <summary>Where each paired person can be written to: the last place of theirs alone from which they were heard.</summary>
internal sealed class Homes(ICursors cursors)
{
    public Task<string?> FindAsync(ChannelName channel, string sender, CancellationToken cancellationToken) =>
        cursors.FindAsync(NameOf(channel, sender), cancellationToken);

    public Task KeepAsync(ChannelName channel, string sender, string place, CancellationToken cancellationToken) =>
        cursors.SetAsync(NameOf(channel, sender), place, cancellationToken);

    private static string NameOf(ChannelName channel, string sender) => $"chat/{channel}/home/{ChatNames.Short(sender)}";
}
