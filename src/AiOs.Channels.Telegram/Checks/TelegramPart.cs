using System.Globalization;
using AiOs.Channels.Telegram.Connection;
using AiOs.Contracts.Cards.Plain;
using AiOs.Contracts.Ports;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace AiOs.Channels.Telegram.Checks;

/// <summary>Whether Telegram knows the bot, and whether updates come the way that is configured. Nothing is changed and no update is taken.</summary>
internal sealed class TelegramPart(TelegramBot bot, IOptions<TelegramOptions> options) : ICheckedPart
{
    private const int LongestError = 120;

    public string Name => "telegram";

    public async Task<PartHealth> CheckAsync(CancellationToken cancellationToken)
    {
        if (!bot.IsOn)
        {
            return new PartHealth(Ok: true, "It is off: Channels:Telegram:BotToken is not set.");
        }

        try
        {
            var me = await bot.CallAsync(static (client, stop) => client.GetMe(stop), BotPatience.Short, cancellationToken);
            var hook = await bot.CallAsync(static (client, stop) => client.GetWebhookInfo(stop), BotPatience.Short, cancellationToken);
            return Judge("@" + me.Username, hook);
        }
        catch (Exception fault) when (ApiFaults.Read(fault) is { } read)
        {
            return new PartHealth(Ok: false, read is ApiFault.BadToken
                ? "Telegram does not take the bot token; check Channels:Telegram:BotToken."
                : "Telegram did not answer; check the network and Channels:Telegram:BaseUrl.");
        }
    }

    private PartHealth Judge(string name, WebhookInfo hook)
    {
        var waiting = string.Create(CultureInfo.InvariantCulture, $"{hook.PendingUpdateCount} updates wait");
        if (options.Value.Mode == TelegramMode.Polling)
        {
            return hook.Url.Length == 0
                ? new PartHealth(Ok: true, $"{name} answers and is polled; {waiting}.")
                : new PartHealth(Ok: false, $"{name} answers, but a webhook is set while Channels:Telegram:Mode is Polling; start the host, which takes it away.");
        }

        if (hook.Url != options.Value.WebhookUrl)
        {
            return new PartHealth(Ok: false, $"{name} answers, but Telegram does not call Channels:Telegram:WebhookUrl; start the host, which sets it.");
        }

        return hook is { PendingUpdateCount: > 0, LastErrorMessage: { Length: > 0 } error }
            ? new PartHealth(Ok: false, $"{name} answers, but Telegram cannot deliver ({OneLine(error)}); {waiting}.")
            : new PartHealth(Ok: true, $"{name} answers and calls the webhook; {waiting}.");
    }

    private static string OneLine(string error)
    {
        var line = string.Concat(SafeText.Of(error).Where(static piece => piece.Kind == SafeKind.Plain).Select(static piece => piece.Text)).ReplaceLineEndings(" ");
        return line.Length <= LongestError ? line : line[..LongestError];
    }
}
