using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Boards.Spots;
using AiOs.Kernel.Digests.Words;

namespace AiOs.Kernel.Digests.Sending;

/// <summary>Takes a digest to every place of the operator's: their chats, and their mailbox where that is wanted.</summary>
internal sealed class DigestRound(IEnumerable<IChatChannel> channels, IEnumerable<IOperatorPost> posts, Audiences audiences, DigestSender sender, DigestButtons buttons, DigestNote words)
{
    private readonly IReadOnlyList<IChatChannel> _channels = [.. channels];
    private readonly IReadOnlyList<IOperatorPost> _posts = [.. posts];

    public async Task<IReadOnlyList<PlaceReport>> SendAsync(string key, DigestReport report, CancellationToken cancellationToken)
    {
        var reports = new List<PlaceReport>();
        var note = new ChatNote(words.TitleOf(report), words.BlocksOf(report));
        foreach (var (channel, audience) in await AudienceAsync(cancellationToken))
        {
            foreach (var place in audience.Homes.Select(static home => home.Place).ToArray())
            {
                var outcome = await sender.SendAsync(key, DigestPlace.In(channel, place), MakeAsync, cancellationToken);
                if (outcome is PlaceOutcome.Gone)
                {
                    await audiences.LeaveAsync(channel, audience, place, cancellationToken);
                }

                reports.Add(new PlaceReport(channel.Name, outcome));

                async Task<ChatNote> MakeAsync() => note with { Buttons = await buttons.OfAsync(report, channel.Name, place, cancellationToken) };
            }
        }

        foreach (var post in _posts)
        {
            reports.Add(new PlaceReport(post.Channel, await sender.SendAsync(key, DigestPlace.By(post), () => Task.FromResult(note), cancellationToken)));
        }

        return reports;
    }

    /// <summary>How a digest stands in each place that it was begun for.</summary>
    public async Task<IReadOnlyList<PlaceReport>> FindAsync(string key, CancellationToken cancellationToken)
    {
        var reports = new List<PlaceReport>();
        foreach (var place in await PlacesAsync(cancellationToken))
        {
            if (await sender.FindAsync(key, place, cancellationToken) is { } outcome)
            {
                reports.Add(new PlaceReport(place.Channel, outcome));
            }
        }

        return reports;
    }

    /// <summary>Tells one sentence in every channel but one, once in each place.</summary>
    /// <returns>Whether it stands anywhere.</returns>
    public async Task<bool> TellAsync(string key, string sentence, ChannelName? but, CancellationToken cancellationToken)
    {
        var told = false;
        foreach (var place in (await PlacesAsync(cancellationToken)).Where(place => place.Channel != but))
        {
            told |= await sender.SendAsync(key, place, () => Task.FromResult(new ChatNote(sentence, [])), cancellationToken) is PlaceOutcome.Sent;
        }

        return told;
    }

    private async Task<IReadOnlyList<DigestPlace>> PlacesAsync(CancellationToken cancellationToken) =>
    [
        .. (await AudienceAsync(cancellationToken)).SelectMany(static one => one.Audience.Homes.Select(home => DigestPlace.In(one.Channel, home.Place))),
        .. _posts.Select(DigestPlace.By),
    ];

    /// <summary>The channels that are on and in which somebody is paired who can be written to.</summary>
    private async Task<IReadOnlyList<(IChatChannel Channel, Audience Audience)>> AudienceAsync(CancellationToken cancellationToken)
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
}
