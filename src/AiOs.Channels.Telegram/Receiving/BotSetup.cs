using AiOs.Channels.Telegram.Connection;
using AiOs.Contracts.Desk;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace AiOs.Channels.Telegram.Receiving;

/// <summary>Tells Telegram how updates are to come, and what can be typed. What waits there is never dropped.</summary>
internal sealed class BotSetup(TelegramBot bot, IOptions<TelegramOptions> options, ICommands commands)
{
    public const int MostConnections = 4;

    /// <summary>The kinds of update that are wanted, as both ways of receiving say it.</summary>
    public static readonly UpdateType[] Wanted = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    private const int LongestName = 32;
    private const int LongestDescription = 256;

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
    private Task ShowCommandsAsync(CancellationToken cancellationToken) => bot.CallAsync(
        (client, stop) => client.SetMyCommands(
            commands.All.Where(static one => IsTaken(one)).Select(static one => new BotCommand(one.Name, one.Does)),
            cancellationToken: stop),
        BotPatience.Short,
        cancellationToken);

    private static bool IsTaken(CommandSummary command) => command.Name.Length is > 0 and <= LongestName && command.Does.Length is > 0 and <= LongestDescription
        && command.Name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
