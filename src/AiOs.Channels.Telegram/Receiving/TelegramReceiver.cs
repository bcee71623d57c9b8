using AiOs.Channels.Telegram.Connection;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Telegram.Receiving;

/// <summary>Lets updates come as long as the host runs: polls on the one host that may, or has them sent to the webhook.</summary>
internal sealed partial class TelegramReceiver(TelegramBot bot, UpdatePolling polling, BotSetup setup, IConversation conversation, TimeProvider time, ILogger<TelegramReceiver> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => !bot.IsOn ? Task.CompletedTask
        : bot.Mode == TelegramMode.Webhook ? SetWebhookAsync(stoppingToken)
        : conversation.RunAloneAsync(ChannelName.Telegram, polling.RunAsync, stoppingToken);

    private async Task SetWebhookAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await setup.ForWebhookAsync(cancellationToken);
                return;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested && ApiFaults.Read(fault) is { } read)
            {
                var wait = Retreat.After(read, failures);
                NotSet(read.GetType().Name, wait.TotalSeconds);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram did not take the webhook ({Fault}); check Channels:Telegram:WebhookUrl and BotToken. It is tried again in {Seconds} s.")]
    private partial void NotSet(string fault, double seconds);
}
