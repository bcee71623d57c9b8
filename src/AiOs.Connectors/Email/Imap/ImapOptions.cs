namespace AiOs.Connectors.Email.Imap;

/// <summary>The section <c>Email:Imap</c>.</summary>
public sealed class ImapOptions
{
    /// <summary>The server that keeps the mailbox. Unset: no mailbox is read, and none gets a copy of what was sent.</summary>
    public string? Host { get; set; }

    /// <summary>Unset: 993 with Tls, 143 otherwise.</summary>
    public int? Port { get; set; }

    public SmtpSecurity Security { get; set; } = SmtpSecurity.Tls;

    /// <summary>User and password go together; without both the server is used without signing in.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The folder that mails come into; unset: INBOX.</summary>
    public string? Folder { get; set; }

    /// <summary>Folders that are watched beside it, each over a connection of its own.</summary>
    public IList<string> MoreFolders { get; } = [];

    /// <summary>What becomes of a mail in its folder once it is durable here. Default: <see cref="AfterTaking.MarkRead"/>.</summary>
    public AfterTaking After { get; set; }

    /// <summary>Where mails go with <see cref="AfterTaking.Move"/>; made where it is not there.</summary>
    public string? MoveTo { get; set; }

    /// <summary>The folder for copies of sent mails; unset: the one that the server marks as Sent, else one of a usual name.</summary>
    public string? SentFolder { get; set; }

    internal bool IsSet => !string.IsNullOrWhiteSpace(Host);

    internal int PortToUse => Port ?? (Security is SmtpSecurity.Tls ? 993 : 143);

    /// <summary>How the server is called in a sentence.</summary>
    internal string Place => $"{Host}:{PortToUse}";

    /// <summary>Every folder that is watched.</summary>
    internal IReadOnlyList<string> Watched => [string.IsNullOrWhiteSpace(Folder) ? "INBOX" : Folder, .. MoreFolders];
}
