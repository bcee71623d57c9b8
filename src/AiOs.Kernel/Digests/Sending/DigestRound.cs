using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Boards.Spots;
using AiOs.Kernel.Digests.Words;

namespace AiOs.Kernel.Digests.Sending;

/// <summary>Takes a digest to every place of the operator's.</summary>
internal sealed class DigestRound(IEnumerable<IChatChannel> channels, Audiences audiences, DigestSender sender, DigestButtons buttons, DigestNote words)
{
    private readonly IReadOnlyList<IChatChannel> _channels = [.. channels];

    /// <summary>The channels that are on and in which somebody is paired who can be written to.</summary>
    public async Task<IReadOnlyList<(IChatChannel Channel, Audience Audience)>> AudienceAsync(CancellationToken cancellationToken)
    {
        var found = new List<(IChatChannel, Audience)>();
        foreach (var channel in _channels.Where(static channel => channel.IsOn))
        {
            if (await audiences.FindAsync(channel, cancellationToken) is { Homes.Count: > 0 } audience)
            {
                found.Add((channel, audience));
            }
        }

        return found;
    }

    public async Task<IReadOnlyList<PlaceReport>> SendAsync(string key, DigestReport report, CancellationToken cancellationToken)
    {
        var reports = new List<PlaceReport>();
        var (title, blocks) = (words.TitleOf(report), words.BlocksOf(report));
        foreach (var (channel, audience) in await AudienceAsync(cancellationToken))
        {
            foreach (var place in audience.Homes.Select(static home => home.Place).ToArray())
            {
                var outcome = await sender.SendAsync(key, channel, place, MakeAsync, cancellationToken);
                if (outcome is PlaceOutcome.Gone)
                {
                    await audiences.LeaveAsync(channel, audience, place, cancellationToken);
                }

                reports.Add(new PlaceReport(channel.Name, outcome));

                async Task<ChatNote> MakeAsync() => new(title, blocks) { Buttons = await buttons.OfAsync(report, channel.Name, place, cancellationToken) };
            }
        }

        return reports;
    }

    /// <summary>How a digest stands in each place that it was begun for.</summary>
    public async Task<IReadOnlyList<PlaceReport>> FindAsync(string key, CancellationToken cancellationToken)
    {
        var reports = new List<PlaceReport>();
        foreach (var (channel, audience) in await AudienceAsync(cancellationToken))
        {
            foreach (var home in audience.Homes)
            {
                if (await sender.FindAsync(key, channel, home.Place, cancellationToken) is { } outcome)
                {
                    reports.Add(new PlaceReport(channel.Name, outcome));
                }
            }
        }

        return reports;
    }

    /// <summary>Tells one sentence in every channel but one, once in each place.</summary>
    /// <returns>Whether it stands anywhere.</returns>
    public async Task<bool> TellAsync(string key, string sentence, ChannelName? but, CancellationToken cancellationToken)
    {
        var told = false;
        foreach (var (channel, audience) in (await AudienceAsync(cancellationToken)).Where(one => one.Channel.Name != but))
        {
            foreach (var home in audience.Homes)
            {
                told |= await sender.SendAsync(key, channel, home.Place, () => Task.FromResult(new ChatNote(sentence, [])), cancellationToken) is PlaceOutcome.Sent;
            }
        }

        return told;
    }
}
