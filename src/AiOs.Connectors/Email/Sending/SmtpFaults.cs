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
        var (why, mayRetry) = ReasonOf(fault, host);
        return new EffectResult.Failed($"{NotSent}: {why}", mayRetry);
    }

    /// <summary>Why a server cannot be used, as the rest of a sentence, and whether that may pass.</summary>
    public static (string Why, bool MayPass) ReasonOf(Exception fault, string host) => fault switch
    {
        OperationCanceledException or TimeoutException => ($"{host} did not answer in time.", true),
        AuthenticationException or SaslException => ($"{host} does not accept the user and password; check Email:Smtp:User and Email:Smtp:Password.", false),
        SslHandshakeException => ($"no safe connection to {host} could be made; check Email:Smtp:Security and the server's certificate.", false),
        SocketException socket => ($"{host} cannot be reached ({socket.SocketErrorCode}); check Email:Smtp:Host and Email:Smtp:Port.", true),
        NotSupportedException => ($"{host} does not offer what is configured; check Email:Smtp:Security and whether it takes a user and password.", false),
        _ => ($"{host} broke off the conversation.", true),
    };

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
