using AiOs.Connectors.Email.Imap;

namespace AiOs.Connectors.Email;

/// <summary>The section <c>Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    /// <summary>The mail server that sends. Unset: mails are written to the outbox folder instead.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>The mailbox. Unset: no mailbox is read, and none gets a copy of what was sent.</summary>
    public ImapOptions Imap { get; set; } = new();

    /// <summary>What a mail provider signs with that posts mails to <c>/inbound/email</c>: at least 16 characters. Unset: there is no such way in. It is never logged or shown.</summary>
    public string? InboundSecret { get; set; }

    /// <summary>The folder that is watched for mail files; unset: <c>inbox</c> in the data folder.</summary>
    public string? DropFolder { get; set; }

    /// <summary>
    /// How the operator's own mail server calls itself at the start of <c>Authentication-Results</c>, such as <c>mx.example.com</c>. Unset: nobody
    /// is believed about who sent a mail.
    /// </summary>
    public string? AuthservId { get; set; }
}
