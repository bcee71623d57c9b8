using System.Globalization;
using AiOs.Channels.Telegram.Connection;
using AiOs.Channels.Telegram.Rendering;
using AiOs.Contracts.Chat;

namespace AiOs.Channels.Telegram.Sending;

/// <summary>Puts a rendering into a chat and keeps it as wanted. One at a time in a chat, so that the parts of two never mix.</summary>
internal sealed class ChatWriter(PacedCalls calls, ChatLanes lanes)
{
    private static readonly TelegramMessage GoesOnBelow = new("<i>This is shown again below.</i>", []);
    private static readonly TelegramMessage NoLongerShown = new("<i>This part is no longer needed.</i>", []);

    public Task<SendOutcome> WriteAsync(TelegramPlace place, TelegramRendering rendering, int? replyTo, CancellationToken cancellationToken) =>
        lanes.RunAsync(place.Chat, () => SendAllAsync(place, rendering, replyTo, cancellationToken), cancellationToken);

    public Task<SendOutcome> RewriteAsync(TelegramPlace place, ShownMessages messages, TelegramRendering rendering, CancellationToken cancellationToken) =>
        lanes.RunAsync(place.Chat, () => ChangeAllAsync(place, messages, rendering, cancellationToken), cancellationToken);

    public static int? IdOf(string? message) => int.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>
    /// All of it is sent before the message with the buttons, or that one is not sent at all. Where a part certainly failed it may be done again from
    /// the start; the parts before it carry no buttons.
    /// </summary>
    private async Task<SendOutcome> SendAllAsync(TelegramPlace place, TelegramRendering rendering, int? replyTo, CancellationToken cancellationToken)
    {
        List<string> earlier = [];
        foreach (var part in rendering.Earlier)
        {
            var sent = await calls.SendAsync(place, part, earlier.Count == 0 ? replyTo : null, cancellationToken);
            if (sent.Fault is { } fault)
            {
                return Outcomes.OfSend(fault);
            }

            place = sent.Place;
            earlier.Add(Text(sent.Message));
        }

        foreach (var picture in rendering.Pictures)
        {
            var sent = await calls.SendPictureAsync(place, picture, cancellationToken);
            place = sent.Place;
            switch (sent.Fault)
            {
                case null:
                    earlier.Add(Text(sent.Message));
                    break;
                // The words of a picture stand in the text, so it goes on without it.
                case ApiFault.Refused or ApiFault.Unknown:
                    break;
                default:
                    return Outcomes.OfSend(sent.Fault);
            }
        }

        var last = await calls.SendAsync(place, rendering.Last, replyTo, cancellationToken);
        return last.Fault is { } failed ? Outcomes.OfSend(failed) : new SendOutcome.Sent(new ShownMessages(last.Place.ToString(), earlier, Text(last.Message))) { IsWhole = rendering.ShownWhole };
    }

    private async Task<SendOutcome> ChangeAllAsync(TelegramPlace place, ShownMessages messages, TelegramRendering rendering, CancellationToken cancellationToken)
    {
        if (IdOf(messages.Last) is not { } last)
        {
            return new SendOutcome.MessageGone();
        }

        // Pictures stand between the texts and the last message, and stay as they are.
        var texts = messages.Earlier.SkipLast(Math.Min(rendering.Pictures.Count, messages.Earlier.Count)).Select(IdOf).OfType<int>().ToList();
        if (rendering.Earlier.Count > texts.Count)
        {
            return await MoveDownAsync(place, last, rendering, cancellationToken);
        }

        foreach (var (at, id) in texts.Index())
        {
            var edited = await calls.EditAsync(place, id, at < rendering.Earlier.Count ? rendering.Earlier[at] : NoLongerShown, cancellationToken);
            if (edited.Fault is { } fault and not ApiFault.AsWanted && !(at >= rendering.Earlier.Count && IsLeft(fault)))
            {
                // A part that must be seen cannot be put right any more: all of it is shown anew.
                return fault is ApiFault.MessageGone ? await MoveDownAsync(place, last, rendering, cancellationToken) : Outcomes.OfEdit(fault);
            }
        }

        var changed = await calls.EditAsync(place, last, rendering.Last, cancellationToken);
        return changed.Fault is { } failed and not ApiFault.AsWanted ? Outcomes.OfEdit(failed) : new SendOutcome.Sent(messages) { IsWhole = rendering.ShownWhole };
    }

    /// <summary>It needs more messages than stand there. Those would come below the buttons, so all of it is sent anew and the old message loses its buttons first.</summary>
    private async Task<SendOutcome> MoveDownAsync(TelegramPlace place, int last, TelegramRendering rendering, CancellationToken cancellationToken)
    {
        var emptied = await calls.EditAsync(place, last, GoesOnBelow, cancellationToken);
        return emptied.Fault is { } fault and not ApiFault.AsWanted ? Outcomes.OfEdit(fault) : await SendAllAsync(place, rendering, replyTo: null, cancellationToken);
    }

    /// <summary>A part that is no longer needed may be gone, or be a picture of before: then it stays.</summary>
    private static bool IsLeft(ApiFault fault) => fault is ApiFault.MessageGone or ApiFault.Refused;

    private static string Text(int message) => message.ToString(CultureInfo.InvariantCulture);
}
