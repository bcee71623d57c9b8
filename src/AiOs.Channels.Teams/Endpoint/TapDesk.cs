using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Places;
using AiOs.Channels.Teams.Rendering;
using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Teams.Endpoint;

/// <summary>Takes taps and answers them while the client waits. What takes longer goes on, and is seen on the card.</summary>
internal sealed class TapDesk(IConversation conversation, IChatChannel channel, RunningWork running, TimeProvider time)
{
    /// <summary>A client waits for 5 seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private const char RefreshToken = 'f';

    public async Task<EndpointReply> TapAsync(IncomingActivity activity, string place, PlaceReference reference, PlaceCards cards)
    {
        var isRefresh = CardToken.Read(activity.TapToken)?.Kind == RefreshToken;
        if (activity.IsAutomatic && !isRefresh)
        {
            // Nobody tapped, so nothing is decided, whatever the button says.
            return InvokeReply.Message("Nothing was changed.");
        }

        Task<TapReply>? tapping = null;
        try
        {
            tapping = running.Begin(activity.DedupeKey, (_, token) => conversation.TapAsync(TapOf(activity, place), token)).Done;
            return InvokeReply.Of(await tapping.WaitAsync(Patience, time), reference, cards, isRefresh);
        }
        catch (TimeoutException)
        {
            if (!isRefresh)
            {
                _ = running.Begin(activity.DedupeKey + " late", (_, token) => SayLateAsync(tapping!, place, activity.ReplyToId, token));
            }

            return InvokeReply.Message("Working on it…");
        }
        catch (Exception fault) when (fault is AiOsException or OperationCanceledException)
        {
            return InvokeReply.Error("This could not be kept just now. Please try again.");
        }
    }

    /// <summary>A tap that came as a message: it is answered by one.</summary>
    public async Task SubmitAsync(IncomingActivity activity, string place, CancellationToken cancellationToken)
    {
        var reply = await conversation.TapAsync(TapOf(activity, place), cancellationToken);
        await SayAsync(reply, place, activity.ReplyToId, cancellationToken);
    }

    private static ChatTap TapOf(IncomingActivity activity, string place) => new()
    {
        Channel = ChannelName.Teams,
        Sender = TeamsSender.Of(activity),
        Place = place,
        Message = activity.ReplyToId,
        Token = activity.TapToken ?? string.Empty,
        DedupeKey = activity.DedupeKey,
        Text = TypedFor(CardToken.Read(activity.TapToken)?.Kind, activity.Inputs),
    };

    /// <summary>A client sends all inputs of a card with each button; each button has its own.</summary>
    private static string? TypedFor(char? kind, IReadOnlyDictionary<string, string> inputs) => kind switch
    {
        'a' => inputs.GetValueOrDefault(CardActions.ConfirmInput),
        'c' => inputs.GetValueOrDefault(CardActions.ChangeInput),
        'q' => inputs.GetValueOrDefault(CardActions.AnswerInput),
        _ => null,
    };

    /// <summary>The card shows what a late tap did; what it did not do has to be said.</summary>
    private async Task<bool> SayLateAsync(Task<TapReply> tapping, string place, string? replyTo, CancellationToken cancellationToken)
    {
        TapReply reply;
        try
        {
            reply = await tapping;
        }
        catch (AiOsException) when (!cancellationToken.IsCancellationRequested)
        {
            // "Working on it" was said, and a tap does not come again by itself.
            reply = new TapReply(Accepted: false, "Your tap could not be kept just now. Please try again.");
        }

        if (!reply.Accepted || reply.Now is null)
        {
            await SayAsync(reply, place, replyTo, cancellationToken);
        }

        return true;
    }

    private async Task SayAsync(TapReply reply, string place, string? replyTo, CancellationToken cancellationToken)
    {
        if (reply is { IsForStranger: false, Sentence.Length: > 0 })
        {
            await channel.SayAsync(place, new ChatNote(reply.Sentence, []), replyTo, cancellationToken);
        }
    }
}
