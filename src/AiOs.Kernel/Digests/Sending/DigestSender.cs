using AiOs.Contracts;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Places;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Digests.Sending;

/// <summary>
/// Sends one note to one place at most once. The intent is noted before the call and the outcome after it, so that what a crash left open is known to be
/// open: it is not sent again, since a chat cannot be asked.
/// </summary>
internal sealed partial class DigestSender(ICursors cursors, ILogger<DigestSender> logger)
{
    private const string Begun = "begun";

    /// <summary>How it stands, without sending anything.</summary>
    /// <returns>Nothing where it was never begun.</returns>
    public async Task<PlaceOutcome?> FindAsync(string key, DigestPlace place, CancellationToken cancellationToken) =>
        await cursors.FindAsync(NameOf(key, place), cancellationToken) is { } text ? Read(text) : null;

    /// <summary>Sends it, unless that was tried before and did not certainly fail.</summary>
    /// <param name="key">The short name of what is sent.</param>
    /// <param name="place">The place.</param>
    /// <param name="makeAsync">Makes the note, which is asked for only where it is sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PlaceOutcome> SendAsync(string key, DigestPlace place, Func<Task<ChatNote>> makeAsync, CancellationToken cancellationToken)
    {
        var name = NameOf(key, place);
        var there = await cursors.FindAsync(name, cancellationToken);
        if (there is not null && Read(there) is not PlaceOutcome.Late)
        {
            return await SettleAsync(name, there, cancellationToken);
        }

        var note = await makeAsync();
        if (!await cursors.TryMoveAsync(name, there, Begun, cancellationToken))
        {
            // Another host sends it.
            return PlaceOutcome.Unknown;
        }

        PlaceOutcome outcome;
        try
        {
            outcome = await CallAsync(place, note, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The channel gave up before it began.
            await cursors.TryMoveAsync(name, Begun, Write(PlaceOutcome.Late), CancellationToken.None);
            throw;
        }

        await cursors.TryMoveAsync(name, Begun, Write(outcome), cancellationToken);
        return outcome;
    }

    private async Task<PlaceOutcome> SettleAsync(string name, string there, CancellationToken cancellationToken)
    {
        if (there == Begun)
        {
            LogOpen(logger, name);
            await cursors.TryMoveAsync(name, Begun, Write(PlaceOutcome.Unknown), cancellationToken);
        }

        return Read(there);
    }

    private async Task<PlaceOutcome> CallAsync(DigestPlace place, ChatNote note, CancellationToken cancellationToken)
    {
        try
        {
            return await place.SayAsync(note, cancellationToken) switch
            {
                SendOutcome.Sent => PlaceOutcome.Sent,
                SendOutcome.Unknown => PlaceOutcome.Unknown,
                SendOutcome.PlaceGone => PlaceOutcome.Gone,
                _ => PlaceOutcome.Refused,
            };
        }
        catch (AiOsException fault) when (fault.IsTransient)
        {
            LogLate(logger, fault, place.Channel.Value);
            return PlaceOutcome.Late;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            // An edge: a channel that breaks in a way of its own may have sent it.
            LogBroken(logger, fault, place.Channel.Value);
            return PlaceOutcome.Unknown;
        }
    }

    private static string NameOf(string key, DigestPlace place) => $"digest/{key}/{place.Channel}/{ChatNames.Short(place.Place)}";

    private static string Write(PlaceOutcome outcome) => outcome.ToString();

    /// <summary>What was begun and not noted as ended may stand there.</summary>
    private static PlaceOutcome Read(string text) => Enum.TryParse<PlaceOutcome>(text, out var outcome) ? outcome : PlaceOutcome.Unknown;

    [LoggerMessage(Level = LogLevel.Information, Message = "Something for the operator could not be sent in {Channel} yet.")]
    private static partial void LogLate(ILogger logger, Exception fault, string channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel} broke while it sent something to the operator; whether it stands there is not known.")]
    private static partial void LogBroken(ILogger logger, Exception fault, string channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether {Name} was sent is not known, since the host stopped in the middle; it is not sent again.")]
    private static partial void LogOpen(ILogger logger, string name);
}
