using System.Net.Sockets;
using AiOs.Contracts.Effects;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace AiOs.Connectors.Email.Sending;

/// <summary>Says how an attempt ended that did not end well.</summary>
internal static class SmtpFaults
{
    private const string NotSent = "The mail was not sent";

    public static EffectResult Read(Exception fault, bool contentMayHaveLeft, string host)
    {
        if (fault is SmtpCommandException refused && IsRefusal(refused)) return Refused(refused, host);
        if (contentMayHaveLeft)
            return new EffectResult.Unknown($"The connection to {host} ended after the mail was handed over and before the server confirmed it, so it may have been sent.");
        return fault switch
        {
            OperationCanceledException or TimeoutException => new EffectResult.Failed($"{NotSent}: {host} did not answer in time.", MayRetry: true),
            AuthenticationException or SaslException => new EffectResult.Failed($"{NotSent}: {host} does not accept the user and password; check Email:Smtp:User and Email:Smtp:Password.", MayRetry: false),
            SslHandshakeException => new EffectResult.Failed($"{NotSent}: no safe connection to {host} could be made; check Email:Smtp:Security and the server's certificate.", MayRetry: false),
            SocketException socket => new EffectResult.Failed($"{NotSent}: {host} cannot be reached ({socket.SocketErrorCode}); check Email:Smtp:Host and Email:Smtp:Port.", MayRetry: true),
            NotSupportedException => new EffectResult.Failed($"{NotSent}: {host} does not offer what is configured; check Email:Smtp:Security and whether it takes a user and password.", MayRetry: false),
            _ => new EffectResult.Failed($"{NotSent}: {host} broke off the conversation.", MayRetry: true),
        };
    }

    /// <summary>Only 4xx and 5xx say that the mail was not taken; an odd reply after the content proves nothing.</summary>
    private static bool IsRefusal(SmtpCommandException refused) => (int)refused.StatusCode is >= 400 and < 600;

    private static EffectResult.Failed Refused(SmtpCommandException refused, string host)
    {
        var status = (int)refused.StatusCode;
        var who = refused.ErrorCode switch
        {
            SmtpErrorCode.RecipientNotAccepted => $"the recipient {refused.Mailbox?.Address}",
            SmtpErrorCode.SenderNotAccepted => $"the sender {refused.Mailbox?.Address}",
            _ => "it",
        };
        return new EffectResult.Failed($"{NotSent}: {host} refused {who} ({status}).", MayRetry: status < 500);
    }
}
