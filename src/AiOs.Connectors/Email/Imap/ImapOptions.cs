namespace AiOs.Connectors.Email.Imap;

/// <summary>The section <c>Email:Imap</c>.</summary>
public sealed class ImapOptions
{
    /// <summary>The server that keeps the mailbox. Unset: no mailbox is read, and none gets a copy of what was sent.</summary>
    public string? Host { get; set; }

    /// <summary>Unset: 993 with Tls, 143 otherwise.</summary>
    public int? Port { get; set; }

    public SmtpSecurity Security { get; set; } = SmtpSecurity.Tls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The folder that mails come into; unset: INBOX.</summary>
    public string? Folder { get; set; }

    /// <summary>The folder for copies of sent mails; unset: the one that the server marks as Sent, else one of a usual name.</summary>
    public string? SentFolder { get; set; }

    internal bool IsSet => !string.IsNullOrWhiteSpace(Host);

    internal int PortToUse => Port ?? (Security is SmtpSecurity.Tls ? 993 : 143);
}
