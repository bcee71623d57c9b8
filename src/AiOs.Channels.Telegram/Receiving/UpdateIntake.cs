using System.Globalization;
using AiOs.Channels.Telegram.Connection;
using AiOs.Channels.Telegram.Updates;
using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Telegram.Receiving;

/// <summary>
/// Takes an update to where it may be confirmed. One on which the program breaks again and again leaves a line in the journal and is let go, or
/// it would hold up all that come after it.
/// </summary>
internal sealed partial class UpdateIntake(UpdateDoor door, TelegramBot bot, IInbox inbox, TimeProvider time, ILogger<UpdateIntake> log)
{
    public const string Unreadable = "unreadable-update";
    private const int MostFailures = 3;

    /// <summary>The answer of a tap, whose clock starts now; nothing where this is no tap.</summary>
    public TapAnswer? AnswerOf(IncomingUpdate update) => update.TapId is { } tap ? new TapAnswer(bot, tap, time) : null;

    /// <summary>Takes it. Throws a transient <see cref="AiOsException"/> where the store is away: then it is not to be confirmed.</summary>
    public async Task TakeAsync(IncomingUpdate update, TapAnswer? answer, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await door.TakeAsync(update, answer, cancellationToken);
                return;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested && fault is not AiOsException { IsTransient: true })
            {
                Broke(update.UpdateId, fault.GetType().Name, failures);
                if (failures == MostFailures)
                {
                    break;
                }
            }
        }

        await RefuseAsync(string.Create(CultureInfo.InvariantCulture, $"u/{update.UpdateId}"), 0, cancellationToken);
        await (answer?.GiveAsync(string.Empty, asAlert: false) ?? Task.CompletedTask);
    }

    /// <summary>Lets something go that cannot be read.</summary>
    public Task RefuseAsync(string dedupeKey, long bytes, CancellationToken cancellationToken) =>
        inbox.RefuseAsync(ChannelName.Telegram, Unreadable, bytes, dedupeKey, cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {Update} of Telegram could not be handled ({Fault}), for the {Time}. time.")]
    private partial void Broke(long update, string fault, int time);
}
