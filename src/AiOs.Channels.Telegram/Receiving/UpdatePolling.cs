using System.Globalization;
using System.Text;
using System.Text.Json;
using AiOs.Channels.Telegram.Connection;
using AiOs.Channels.Telegram.Updates;
using AiOs.Contracts;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Telegram.Receiving;

/// <summary>
/// Asks for updates, one batch after the other. The next question confirms the last batch, so it is asked only when all of that is durable: after a
/// crash updates come again, and the kernel knows them.
/// </summary>
internal sealed partial class UpdatePolling(TelegramBot bot, BotSetup setup, UpdateIntake intake, TimeProvider time, ILogger<UpdatePolling> log)
{
    public const int HoldSeconds = 50;
    private const int MostChatsAtOnce = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(HoldSeconds + 20);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        int? offset = null;
        for (var (failures, isReady) = (0, false); ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (!isReady)
                {
                    await setup.ForPollingAsync(cancellationToken);
                    isReady = true;
                }

                var request = new RawUpdates { Offset = offset, Timeout = HoldSeconds, AllowedUpdates = BotSetup.Wanted };
                var batch = await bot.CallAsync((client, stop) => client.SendRequest(request, stop), Patience, cancellationToken);
                failures = 0;
                // Numbers start anew somewhere else after a quiet week, so one that has confirmed is not held on to.
                offset = batch.Length == 0 ? null : await TakeAsync(batch, cancellationToken) + 1;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested && ApiFaults.Read(fault) is { } read)
            {
                // A conflict may come from a webhook that somebody set meanwhile.
                isReady &= read is not ApiFault.Conflict;
                await StayAwayAsync(read, ++failures, cancellationToken);
            }
        }
    }

    /// <summary>Takes a batch to its end: up to four chats at once, each in order.</summary>
    /// <returns>The highest number in it.</returns>
    private async Task<int> TakeAsync(JsonElement[] batch, CancellationToken cancellationToken)
    {
        var updates = batch.Select(static json => (Json: json, Update: UpdateReader.Read(Encoding.UTF8.GetBytes(json.GetRawText())))).ToList();
        // The clock of every tap starts now, however long the line in its chat is.
        var lines = updates.Select(one => (one.Json, one.Update, Answer: one.Update is null ? null : intake.AnswerOf(one.Update)))
            .GroupBy(static one => one.Update?.ChatId ?? 0).Select(static line => line.ToList()).ToList();
        try
        {
            await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = MostChatsAtOnce, CancellationToken = cancellationToken }, async (line, stop) =>
            {
                foreach (var (json, update, answer) in line)
                {
                    await UntilTakenAsync(
                        () => update is null
                            ? intake.RefuseAsync(string.Create(CultureInfo.InvariantCulture, $"u/{NumberOf(json)}"), Encoding.UTF8.GetByteCount(json.GetRawText()), stop)
                            : intake.TakeAsync(update, answer, stop),
                        stop);
                }
            });
        }
        finally
        {
            foreach (var answer in lines.SelectMany(static line => line).Select(static one => one.Answer).OfType<TapAnswer>())
            {
                await answer.DisposeAsync();
            }
        }

        return batch.Max(NumberOf);
    }

    /// <summary>While the store is away nothing is confirmed, and nothing that comes later overtakes.</summary>
    private async Task UntilTakenAsync(Func<Task> take, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await take();
                return;
            }
            catch (AiOsException fault) when (fault.IsTransient && !cancellationToken.IsCancellationRequested)
            {
                var wait = Retreat.After(null, failures);
                NotTaken(wait.TotalSeconds);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    private Task StayAwayAsync(ApiFault fault, int failures, CancellationToken cancellationToken)
    {
        var wait = Retreat.After(fault, failures);
        switch (fault)
        {
            case ApiFault.Conflict:
                Conflict(wait.TotalSeconds);
                break;
            case ApiFault.BadToken:
                BadToken(wait.TotalSeconds);
                break;
            default:
                NoUpdates(fault.GetType().Name, wait.TotalSeconds);
                break;
        }

        return Task.Delay(wait, time, cancellationToken);
    }

    private static int NumberOf(JsonElement json) => json.TryGetProperty("update_id", out var id) && id.TryGetInt32(out var number) ? number : 0;

    [LoggerMessage(Level = LogLevel.Error, Message = "Somebody else takes the updates of this Telegram bot, or set a webhook; only one may. It is tried again in {Seconds} s.")]
    private partial void Conflict(double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram does not take the bot token; check Channels:Telegram:BotToken. It is tried again in {Seconds} s.")]
    private partial void BadToken(double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram gave no updates ({Fault}); it is asked again in {Seconds} s.")]
    private partial void NoUpdates(string fault, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An update of Telegram cannot be kept now, so it is not confirmed; it is tried again in {Seconds} s.")]
    private partial void NotTaken(double seconds);
}
