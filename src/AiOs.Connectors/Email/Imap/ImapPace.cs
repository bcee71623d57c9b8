namespace AiOs.Connectors.Email.Imap;

/// <summary>How often a server is asked.</summary>
internal sealed record ImapPace
{
    public static ImapPace Default { get; } = new();

    /// <summary>How long one IDLE lasts: servers may end one after half an hour, and home routers forget a quiet connection sooner (RFC 2177).</summary>
    public TimeSpan Renewal { get; init; } = TimeSpan.FromMinutes(9);

    /// <summary>How often a server without IDLE is asked.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one reply may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);
}
