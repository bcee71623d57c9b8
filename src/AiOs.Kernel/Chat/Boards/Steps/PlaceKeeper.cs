using AiOs.Contracts;
using AiOs.Contracts.Chat;
using AiOs.Kernel.Chat.Boards.Entries;
using AiOs.Kernel.Chat.Boards.Faces;
using AiOs.Kernel.Chat.Boards.Notes;
using AiOs.Kernel.Chat.Boards.Spots;
using AiOs.Kernel.Chat.Places;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Chat.Boards.Steps;

/// <summary>
/// Takes one step in one place. A new message is noted before it is sent and after, so that a later start knows what a crash left open; a
/// rewriting is not, since the same may be written again.
/// </summary>
internal sealed partial class PlaceKeeper(MessageLinks links, WorkingNotes notes, ILogger<PlaceKeeper> logger)
{
    public async Task<Served> TakeAsync(PlaceStep step, IChatChannel channel, Face face, Spot spot, OpenEntry entry, CancellationToken cancellationToken)
    {
        var there = entry.Value.Find(spot.Place);
        switch (step)
        {
            case PlaceStep.Send:
                return await FirstAsync(channel, face, spot, entry, cancellationToken);
            case PlaceStep.Renew:
                return await CallAsync(token => channel.RewriteAsync(there!.Messages()!, ShortCards.Superseded(face.Card), token), cancellationToken) switch
                {
                    null => Served.Late,
                    SendOutcome.PlaceGone => await LeaveAsync(spot, entry, cancellationToken),
                    _ => await SendAsync(channel, face, spot, entry, cancellationToken),
                };
            case PlaceStep.Rewrite:
                return await RewriteAsync(channel, face, spot, entry, cancellationToken);
            case PlaceStep.Retire:
                return await RetireAsync(channel, face, spot, entry, cancellationToken);
            case PlaceStep.LeaveInDoubt:
                await entry.SaveAsync(there! with { Phase = PlacePhase.Unknown }, cancellationToken);
                return Served.Done;
            default:
                return Served.Done;
        }
    }

    /// <summary>Where a note says that the message is worked on, the card takes its place.</summary>
    private async Task<Served> FirstAsync(IChatChannel channel, Face face, Spot spot, OpenEntry entry, CancellationToken cancellationToken)
    {
        if (spot.Origin is null || entry.Value.Find(spot.Place) is not null || await notes.TakeAsync(channel.Name, spot.Origin, cancellationToken) is not { } note)
        {
            return await SendAsync(channel, face, spot, entry, cancellationToken);
        }

        // What stands there is no card before the rewriting is known to have worked.
        var adopted = New(face, spot, PlacePhase.Shown).At(note) with { Approval = null };
        await entry.SaveAsync(adopted, cancellationToken);
        return await RewriteAsync(channel, face, spot, entry, cancellationToken);
    }

    private async Task<Served> SendAsync(IChatChannel channel, Face face, Spot spot, OpenEntry entry, CancellationToken cancellationToken)
    {
        var before = entry.Value;
        var there = before.Find(spot.Place);
        var intent = New(face, spot, PlacePhase.Sending) with { Tries = there is not null && there.Bell == face.Bell ? there.Tries + 1 : 1 };
        if (!await entry.TryIntendAsync(intent, cancellationToken))
        {
            LogNoRoom(logger, face.WorkItem.ToString());
            return Served.Done;
        }

        SendOutcome? outcome;
        try
        {
            outcome = await CallAsync(token => channel.SendAsync(spot.Place, face.Card, spot.Origin?.Message, token), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The channel gave up before it began, so there is nothing to be in doubt about.
            await entry.SaveAsync(before, CancellationToken.None);
            throw;
        }

        switch (outcome)
        {
            case null:
                await entry.SaveAsync(before, cancellationToken);
                return Served.Late;
            case SendOutcome.Sent sent:
                await NoteAsync(channel, face, intent.At(sent.Messages) with { Print = face.Print, Approval = sent.IsWhole ? face.Approval : null, Tries = 0 }, entry, cancellationToken);
                return Served.Done;
            case SendOutcome.PlaceGone:
                return await LeaveAsync(spot, entry, cancellationToken);
            case SendOutcome.Unknown:
                LogUnknown(logger, face.WorkItem.ToString());
                await entry.SaveAsync(intent with { Phase = PlacePhase.Unknown }, cancellationToken);
                return Served.Done;
            default:
                LogRefused(logger, face.WorkItem.ToString(), (outcome as SendOutcome.Refused)?.Sentence ?? "The message that it answers is gone.");
                await entry.SaveAsync(intent with { Phase = PlacePhase.Refused, Print = face.Print }, cancellationToken);
                return Served.Done;
        }
    }

    private async Task<Served> RewriteAsync(IChatChannel channel, Face face, Spot spot, OpenEntry entry, CancellationToken cancellationToken)
    {
        var there = entry.Value.Find(spot.Place)!;
        var now = there with { Person = spot.Person ?? there.Person, Print = face.Print, Approval = face.Approval ?? there.Approval, Doubtful = false };
        switch (await CallAsync(token => channel.RewriteAsync(there.Messages()!, face.Card, token), cancellationToken))
        {
            case null:
                return Served.Late;
            case SendOutcome.Sent sent:
                await NoteAsync(channel, face, now.At(sent.Messages) with { Approval = sent.IsWhole ? now.Approval : null }, entry, cancellationToken);
                return Served.Done;
            case SendOutcome.PlaceGone:
                return await LeaveAsync(spot, entry, cancellationToken);
            case SendOutcome.Unknown:
                // To write the same again is harmless, so it is done once; then it is believed.
                await entry.SaveAsync(!there.Doubtful ? there with { Doubtful = true } : there.Print is null ? there with { Phase = PlacePhase.Unknown } : now, cancellationToken);
                return there.Doubtful ? Served.Done : Served.Late;
            case SendOutcome.MessageGone when face.Bell is not null:
                return await SendAsync(channel, face, spot, entry, cancellationToken);
            case SendOutcome.MessageGone:
                await entry.SaveAsync(now with { Phase = PlacePhase.Gone, Last = null, Earlier = null }, cancellationToken);
                return Served.Done;
            case SendOutcome.Refused when there.Print is null:
                return await SendAsync(channel, face, spot, entry, cancellationToken);
            case var outcome:
                LogRefused(logger, face.WorkItem.ToString(), (outcome as SendOutcome.Refused)?.Sentence ?? string.Empty);
                await entry.SaveAsync(now, cancellationToken);
                return Served.Done;
        }
    }

    /// <summary>What stands in the chat of somebody who is paired no more loses its words and buttons, and is not looked at again.</summary>
    private async Task<Served> RetireAsync(IChatChannel channel, Face face, Spot spot, OpenEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Value.Find(spot.Place)?.Messages() is { } messages
            && await CallAsync(token => channel.RewriteAsync(messages, ShortCards.Unpaired(face.Card), token), cancellationToken) is null)
        {
            return Served.Late;
        }

        // It stays on the list, or the next change would find nobody there and send the card anew.
        if (entry.Value.Find(spot.Place) is { } there)
        {
            await entry.SaveAsync(there with { Phase = PlacePhase.Gone, Bell = null, Print = null, Last = null, Earlier = null }, cancellationToken);
        }

        return Served.Done;
    }

    /// <summary>A home that opens again is shown what waits then; a place that is nobody's only what is new.</summary>
    private static async Task<Served> LeaveAsync(Spot spot, OpenEntry entry, CancellationToken cancellationToken)
    {
        var there = entry.Value.Find(spot.Place);
        await entry.SaveAsync(
            spot.Person is not null || there is null
                ? entry.Value.Without(spot.Place)
                : entry.Value.With(there with { Phase = PlacePhase.Gone, Last = null, Earlier = null }),
            cancellationToken);
        return Served.PlaceGone;
    }

    /// <summary>The links first: what the entry says is shown can be answered.</summary>
    private async Task NoteAsync(IChatChannel channel, Face face, PlaceEntry now, OpenEntry entry, CancellationToken cancellationToken)
    {
        var link = new MessageLink(LinkKind.Card, face.WorkItem, face.Approval ?? now.Approval);
        foreach (var message in (now.Earlier ?? []).Append(now.Last!))
        {
            await links.KeepAsync(channel.Name, now.Place, message, link, cancellationToken);
        }

        await entry.SaveAsync(now, cancellationToken);
    }

    private static PlaceEntry New(Face face, Spot spot, PlacePhase phase) =>
        new() { Place = spot.Place, Person = spot.Person, Phase = phase, Bell = face.Bell, Approval = face.Approval };

    /// <summary>Asks the channel.</summary>
    /// <returns>What came of it; nothing where it certainly did not happen and is worth another try.</returns>
    private async Task<SendOutcome?> CallAsync(Func<CancellationToken, Task<SendOutcome>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(cancellationToken);
        }
        catch (AiOsException fault) when (fault.IsTransient)
        {
            LogLate(logger, fault);
            return null;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // An edge: a channel that breaks in a way of its own may have sent it.
            LogBroken(logger, fault);
            return new SendOutcome.Unknown();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A card could not be shown yet; it is tried again.")]
    private static partial void LogLate(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "A channel broke while it showed a card; whether it stands there is not known.")]
    private static partial void LogBroken(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether the card of work item {WorkItem} was sent is not known; it is not sent again.")]
    private static partial void LogUnknown(ILogger logger, string workItem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel does not take the card of work item {WorkItem}: {Sentence}")]
    private static partial void LogRefused(ILogger logger, string workItem, string sentence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The card of work item {WorkItem} stands in so many places that one more is not noted, and so not shown.")]
    private static partial void LogNoRoom(ILogger logger, string workItem);
}
