using AiOs.Connectors.Email.Sending;
using AiOs.Contracts.Ports;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;

namespace AiOs.Connectors.Email.Checks;

/// <summary>How mails leave: the server takes our sign-in, or the outbox folder can be written. No mail is sent.</summary>
internal sealed class SendingPart(IOptions<EmailOptions> options, EmailPlaces places, TimeProvider time) : ICheckedPart
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public string Name => options.Value.Smtp.IsSet ? "mail server" : "outbox";

    public Task<PartHealth> CheckAsync(CancellationToken cancellationToken) =>
        options.Value.Smtp.IsSet ? CheckServerAsync(options.Value.Smtp, cancellationToken) : CheckOutboxAsync(cancellationToken);

    private async Task<PartHealth> CheckServerAsync(SmtpOptions smtp, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await SmtpTransport.ConnectAsync(client, smtp, ends.Token);
            await SmtpTransport.LeaveAsync(client, ends.Token);
            var signedIn = string.IsNullOrEmpty(smtp.User) ? "without signing in" : $"as {smtp.User}";
            return new PartHealth(Ok: true, $"{smtp.Host}:{smtp.PortToUse} takes mails {signedIn}.");
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new PartHealth(Ok: false, $"Mails cannot be sent: {SmtpFaults.ReasonOf(fault, $"{smtp.Host}:{smtp.PortToUse}").Why}");
        }
    }

    private async Task<PartHealth> CheckOutboxAsync(CancellationToken cancellationToken) => await FolderProbe.CanWriteAsync(places.Outbox, cancellationToken)
        ? new PartHealth(Ok: true, $"No mail server is configured, so mails are written to {places.OutboxShown}.")
        : new PartHealth(Ok: false, $"{places.OutboxShown} cannot be written; check that it is a folder and yours.");
}
