using AiOs.Channels.Telegram.Connection;
using AiOs.Contracts.Desk;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace AiOs.Channels.Telegram.Receiving;

/// <summary>Tells Telegram how updates are to come, and what can be typed. What waits there is never dropped.</summary>
internal sealed partial class BotSetup(TelegramBot bot, IOptions<TelegramOptions> options, ICommands commands, ILogger<BotSetup> logger)
{
    public const int MostConnections = 4;

    /// <summary>The kinds of update that are wanted, as both ways of receiving say it.</summary>
    public static readonly UpdateType[] Wanted = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    private const int LongestName = 32;
    private const int LongestDescription = 256;

    private bool _areShown;

    public async Task ForPollingAsync(CancellationToken cancellationToken)
    {
        await bot.CallAsync(static (client, stop) => client.DeleteWebhook(dropPendingUpdates: false, stop), BotPatience.Short, cancellationToken);
        await ShowCommandsAsync(cancellationToken);
    }

    public async Task ForWebhookAsync(CancellationToken cancellationToken)
    {
        await bot.CallAsync(
            (client, stop) => client.SetWebhook(
                options.Value.WebhookUrl!,
                maxConnections: MostConnections,
                allowedUpdates: Wanted,
                dropPendingUpdates: false,
                secretToken: options.Value.SecretToken,
                cancellationToken: stop),
            BotPatience.Short,
            cancellationToken);
        await ShowCommandsAsync(cancellationToken);
    }

    /// <summary>The same list that /help shows, as far as Telegram takes it.</summary>
    private async Task ShowCommandsAsync(CancellationToken cancellationToken)
    {
        if (_areShown)
        {
            return;
        }

        try
        {
            await bot.CallAsync(
                (client, stop) => client.SetMyCommands(
                    commands.All.Where(static one => IsTaken(one)).Select(static one => new BotCommand(one.Name, one.Does)),
                    cancellationToken: stop),
                BotPatience.Short,
                cancellationToken);
            _areShown = true;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && ApiFaults.Read(fault) is not null)
        {
            // Without the list everything works as well: nothing is to wait for it.
            LogNoList(logger);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram did not take the list of commands; typing them works all the same.")]
    private static partial void LogNoList(ILogger logger);

    private static bool IsTaken(CommandSummary command) => command.Name.Length is > 0 and <= LongestName && command.Does.Length is > 0 and <= LongestDescription
        && command.Name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
