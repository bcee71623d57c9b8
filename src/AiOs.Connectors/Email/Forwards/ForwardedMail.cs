using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Email.Forwards;

/// <summary>What a text that quotes a forwarded mail claims about it.</summary>
internal sealed record ForwardedMail
{
    public string? Note { get; init; }

    /// <summary>Nothing unless exactly one address is given: a wrong sender is worse than none.</summary>
    public Mailbox? Sender { get; init; }

    public IReadOnlyList<Mailbox> To { get; init; } = [];

    public IReadOnlyList<Mailbox> Copy { get; init; } = [];

    public string? Subject { get; init; }

    public string? DateText { get; init; }

    public required string Body { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];
}
