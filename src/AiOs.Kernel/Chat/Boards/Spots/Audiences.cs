using AiOs.Contracts.Chat;
using AiOs.Kernel.Chat.Places;

namespace AiOs.Kernel.Chat.Boards.Spots;

/// <summary>Finds who is shown the cards of a channel.</summary>
internal sealed class Audiences(IPairing pairing, Homes homes)
{
    public async Task<Audience> FindAsync(IChatChannel channel, CancellationToken cancellationToken)
    {
        var people = pairing.Devices.Where(device => device.Channel == channel.Name).Select(device => device.Sender).ToArray();
        var found = new List<Home>(people.Length);
        foreach (var sender in people)
        {
            // An empty home is one that closed: its person has to be heard again first.
            var place = await homes.FindAsync(channel.Name, sender, cancellationToken) ?? channel.HomeOf(sender);
            if (!string.IsNullOrEmpty(place) && found.TrueForAll(home => home.Place != place))
            {
                found.Add(new Home(place, ChatNames.Short(sender)));
            }
        }

        return new Audience(found, people.Select(ChatNames.Short).ToHashSet());
    }

    /// <summary>Whether somebody is paired at this moment.</summary>
    public bool Has(IChatChannel channel, string person) => pairing.Devices.Any(device => device.Channel == channel.Name && ChatNames.Short(device.Sender) == person);

    /// <summary>A home is closed to us. It counts again as soon as its person is heard from there: whoever keeps homes then writes it anew.</summary>
    public async Task LeaveAsync(IChatChannel channel, Audience audience, string place, CancellationToken cancellationToken)
    {
        foreach (var device in pairing.Devices.Where(device => device.Channel == channel.Name))
        {
            if ((await homes.FindAsync(channel.Name, device.Sender, cancellationToken) ?? channel.HomeOf(device.Sender)) == place)
            {
                await homes.KeepAsync(channel.Name, device.Sender, string.Empty, cancellationToken);
            }
        }

        audience.Leave(place);
    }
}
