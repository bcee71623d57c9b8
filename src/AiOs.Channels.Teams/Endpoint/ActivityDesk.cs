using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Places;
using AiOs.Channels.Teams.Rendering;
using AiOs.Contracts;

namespace AiOs.Channels.Teams.Endpoint;

/// <summary>Gives each activity to whoever takes its kind. Only what passed the check gets here.</summary>
internal sealed class ActivityDesk(PlaceBook book, MessageDesk messages, TapDesk taps, PlaceCards cards)
{
    public async Task<EndpointReply> TakeAsync(IncomingActivity activity, CancellationToken cancellationToken)
    {
        switch (activity.Kind)
        {
            case ActivityKind.UnknownInvoke:
                return InvokeReply.NotKnown;
            case ActivityKind.Feedback:
                return InvokeReply.Empty;
            case ActivityKind.Other or ActivityKind.Removed:
                return EndpointReply.Taken;
            default:
                break;
        }

        try
        {
            var place = await book.KeepAsync(activity, cancellationToken);
            return await TakeAsync(activity, place, cancellationToken);
        }
        catch (AiOsException)
        {
            return activity.Kind == ActivityKind.Tap ? InvokeReply.Error("This could not be kept just now. Please try again.") : EndpointReply.NotNow;
        }
    }

    private async Task<EndpointReply> TakeAsync(IncomingActivity activity, string place, CancellationToken cancellationToken) => activity.Kind switch
    {
        ActivityKind.Installed => await messages.MeetAsync(activity, place),
        ActivityKind.Tap => await taps.TapAsync(activity, place, await book.FindAsync(place, cancellationToken) ?? throw new InvalidOperationException("A place is kept before it is looked up."), cards),
        ActivityKind.Submit => await messages.RunAsync(activity.DedupeKey, (_, token) => taps.SubmitAsync(activity, place, token)),
        _ => await messages.HearAsync(activity, place),
    };
}
