namespace AiOs.Connectors.Email;

/// <summary>The section <c>Email:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    public string? Host { get; set; }

    /// <summary>Unset: 465 with Tls, 587 with StartTls, 25 with None.</summary>
    public int? Port { get; set; }

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>User and password go together; without both the server is used without signing in.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender of every mail, as <c>name@example.com</c> or <c>Name &lt;name@example.com&gt;</c>.</summary>
    public string? From { get; set; }

    /// <summary>
    /// Whether the server puts each mail that it sends into the Sent folder by itself, as Gmail and Exchange do. Then no copy is put there, and a mail
    /// that is found there was sent.
    /// </summary>
    public bool ServerFilesSent { get; set; }

    internal bool IsSet => !string.IsNullOrWhiteSpace(Host);

    internal int PortToUse => Port ?? Security switch
    {
        SmtpSecurity.Tls => 465,
        SmtpSecurity.StartTls => 587,
        _ => 25,
    };
}
