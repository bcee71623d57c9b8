using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Files;
using AiOs.Channels.Teams.Places;
using AiOs.Contracts;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Teams.Endpoint;

/// <summary>
/// Takes messages. One is confirmed when it is durable and not before. Where that is not known within Teams's patience it is not confirmed: the work
/// goes on, the repeat that may come joins it or is known by its key, and so nothing is lost that was confirmed and nothing is done twice.
/// </summary>
internal sealed class MessageDesk(IConversation conversation, FileDownload files, RunningWork running, TimeProvider time)
{
    /// <summary>Teams gives up after 10 to 15 seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<EndpointReply> HearAsync(IncomingActivity activity, string place)
    {
        // In a group only what is said to us is meant for us, whatever else a permission lets us hear.
        if (activity.Place != PlaceKind.Personal && !activity.IsMentioned)
        {
            return EndpointReply.Taken;
        }

        return await RunAsync(activity.DedupeKey, (kept, token) => conversation.HearAsync(MessageOf(activity, place) with { Kept = kept }, token));
    }

    public Task<EndpointReply> MeetAsync(IncomingActivity activity, string place) => activity.Place == PlaceKind.Personal
        ? RunAsync(activity.DedupeKey, (_, token) => conversation.MeetAsync(ChannelName.Teams, TeamsSender.Of(activity), place, token))
        : Task.FromResult(EndpointReply.Taken);

    /// <summary>Waits for work as long as Teams does.</summary>
    public async Task<EndpointReply> RunAsync(string key, Func<Action, CancellationToken, Task> work)
    {
        try
        {
            var begun = running.Begin(key, async (kept, token) =>
            {
                await work(kept, token);
                return true;
            });
            var first = await Task.WhenAny(begun.Done, begun.Kept).WaitAsync(Patience, time);
            return first == begun.Kept ? EndpointReply.Kept : await begun.Done ? EndpointReply.Taken : EndpointReply.NotNow;
        }
        catch (Exception fault) when (fault is AiOsException or TimeoutException or OperationCanceledException)
        {
            return EndpointReply.NotNow;
        }
    }

    private ChatMessage MessageOf(IncomingActivity activity, string place) => new()
    {
        Channel = ChannelName.Teams,
        Sender = TeamsSender.Of(activity),
        Place = place,
        IsPrivate = activity.Place == PlaceKind.Personal,
        Message = activity.ActivityId,
        DedupeKey = activity.DedupeKey,
        ReplyTo = activity.ReplyToId,
        Text = activity.Text,
        IsForwarded = activity.IsForwarded,
        IsEdit = activity.Kind == ActivityKind.Edited,
        At = activity.At,
        Files = [.. activity.Files.Select(files.Of)],
    };
}
