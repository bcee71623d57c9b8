namespace AiOs.Connectors.Email;

/// <summary>The section <c>Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    /// <summary>The mail server that sends. Unset: mails are written to the outbox folder instead.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>The folder that is watched for mail files; unset: <c>inbox</c> in the data folder.</summary>
    public string? DropFolder { get; set; }

    /// <summary>
    /// How the operator's own mail server calls itself at the start of <c>Authentication-Results</c>, such as <c>mx.example.com</c>. Unset: nobody
    /// is believed about who sent a mail.
    /// </summary>
    public string? AuthservId { get; set; }
}
