using System.Net.Sockets;
using AiOs.Connectors.Email.Sending.Sent;
using AiOs.Contracts.Effects;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AiOs.Connectors.Email.Sending;

/// <summary>
/// Sends one mail through a server, in one attempt (SMTP has no key that makes a repeat harmless). Exact about its end: what fails
/// before the content is on its way certainly was not sent; after that only a reply of the server is proof, and all else is unknown.
/// </summary>
internal sealed class SmtpTransport(IOptions<EmailOptions> options, SentMailbox sent, TimeProvider time) : IMailTransport
{
    /// <summary>Time to write the result down before the deadline is over.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    /// <summary>A server that takes longer to greet is not well.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public OutcomeClass OutcomeClass => OutcomeClass.Neither;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromMinutes(2);

    public async Task<EffectResult> SendAsync(MimeMessage message, Permit permit, CancellationToken cancellationToken)
    {
        var left = permit.Deadline - time.GetUtcNow() - Margin;
        if (left > AttemptTimeout) left = AttemptTimeout;
        if (left <= TimeSpan.Zero) return new EffectResult.Failed("There was no time left to send the mail; nothing was sent.", MayRetry: true);
        using var deadline = new CancellationTokenSource(left, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        return await HandOverAsync(message, options.Value.Smtp, left, ends.Token)
            ?? new EffectResult.Done(message.MessageId ?? permit.Key, $"Sent through {options.Value.Smtp.Host}.{await FiledAsync(message, ends.Token)}");
    }

    /// <summary>One attempt to hand a mail over.</summary>
    /// <returns>Nothing where the server took it, else how it ended.</returns>
    internal static async Task<EffectResult?> HandOverAsync(MimeMessage message, SmtpOptions smtp, TimeSpan left, CancellationToken cancellationToken)
    {
        using var watch = new SmtpWatch();
        using var client = new SmtpClient(watch) { Timeout = (int)left.TotalMilliseconds };
        try
        {
            await ConnectAsync(client, smtp, cancellationToken);
            await client.SendAsync(MailComposer.Format, message, cancellationToken);
        }
        catch (Exception fault)
        {
            return SmtpFaults.Read(fault, watch.ContentMayHaveLeft, smtp.Host!);
        }

        await LeaveAsync(client, cancellationToken);
        return null;
    }

    public Task<EffectLookUp> LookUpAsync(string mailId, CancellationToken cancellationToken) => options.Value.Smtp.ServerFilesSent
        ? sent.FindAsync(mailId, cancellationToken)
        : Task.FromResult<EffectLookUp>(new EffectLookUp.CannotTell(
            "The server does not file what it sends (Email:Smtp:ServerFilesSent), so there is nobody to ask; look at its log, or ask who should have got it."));

    /// <summary>Puts our copy where sent mails are kept, where the server does not do so itself. Whatever becomes of it, the mail is sent.</summary>
    private async Task<string> FiledAsync(MimeMessage message, CancellationToken cancellationToken) =>
        sent.IsSet && !options.Value.Smtp.ServerFilesSent ? $" {await sent.FileAsync(message, cancellationToken)}" : string.Empty;

    /// <summary>Greets, asks for nothing and leaves. Without signing in: a wrong password is for the operator to hear, not a server that is ill.</summary>
    public async Task<bool> ProbeAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await GreetAsync(client, options.Value.Smtp, ends.Token);
            await client.NoOpAsync(ends.Token);
            await LeaveAsync(client, ends.Token);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Connects as configured and signs in; the server has said what it can by then.</summary>
    internal static async Task ConnectAsync(SmtpClient client, SmtpOptions smtp, CancellationToken cancellationToken)
    {
        await GreetAsync(client, smtp, cancellationToken);
        if (!string.IsNullOrEmpty(smtp.User)) await client.AuthenticateAsync(smtp.User, smtp.Password!, cancellationToken);
        // One command, one reply: with several in flight it could not be told where a conversation broke off.
        client.Capabilities &= ~(SmtpCapabilities.Pipelining | SmtpCapabilities.Chunking | SmtpCapabilities.BinaryMime);
    }

    private static async Task GreetAsync(SmtpClient client, SmtpOptions smtp, CancellationToken cancellationToken)
    {
        var security = smtp.Security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
        await client.ConnectAsync(smtp.Host!, smtp.PortToUse, security, cancellationToken);
    }

    /// <summary>The mail is sent: how the goodbye goes is nobody's concern.</summary>
    internal static async Task LeaveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ProtocolException or CommandException)
        {
        }
    }
}
