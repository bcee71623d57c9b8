using AiOs.Connectors.Email.Imap;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Bot.MailIn;

/// <summary>Watches the configured mailbox as long as the host runs, on one host of those that share a store: two would only do each other's work.</summary>
internal sealed class MailboxService(ImapWatcher watcher, IConversation conversation) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => watcher.IsOn
        ? Task.Run(() => conversation.RunAloneAsync(ChannelName.Mail, watcher.RunAsync, stoppingToken), CancellationToken.None)
        : Task.CompletedTask;
}
