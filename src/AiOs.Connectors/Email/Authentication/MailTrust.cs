namespace AiOs.Connectors.Email.Authentication;

/// <summary>Whose word the reader takes about senders, and who the operator is.</summary>
public sealed record MailTrust
{
    /// <summary>Believes nobody and knows nobody.</summary>
    public static MailTrust Nobody { get; } = new();

    /// <summary>How the operator's own mail server calls itself in <c>Authentication-Results</c> (RFC 8601 section 2.5); nothing where none is believed.</summary>
    public string? AuthservId { get; init; }

    /// <summary>The operator's own addresses.</summary>
    public IReadOnlyList<string> OwnAddresses { get; init; } = [];

    /// <summary>The operator's name, where one is configured.</summary>
    public string? OwnName { get; init; }

    /// <summary>The address that mails from here carry.</summary>
    public string? SendsFrom { get; init; }
}
