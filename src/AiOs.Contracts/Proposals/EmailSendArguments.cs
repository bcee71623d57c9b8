using AiOs.Contracts.Files;
using AiOs.Contracts.Messages;

namespace AiOs.Contracts.Proposals;

/// <summary>The arguments of <c>email.send</c>. Whoever sends adds nothing to them but the Message-ID, the date and the sender.</summary>
public sealed record EmailSendArguments
{
    /// <summary>To whom; at least one, or the effect has a gap.</summary>
    public required IReadOnlyList<Mailbox> To { get; init; }

    /// <summary>Who is copied.</summary>
    public IReadOnlyList<Mailbox> Copy { get; init; } = [];

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The body as plain text, line ends as LF.</summary>
    public required string Text { get; init; }

    /// <summary>The Message-ID this replies to, without angle brackets.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The Message-IDs of the thread, oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>
    /// The files that go with it, in this order; nothing for none. Each is opened when the mail is sent, and nothing is sent where one is gone or is
    /// not what its digest says.
    /// </summary>
    public IReadOnlyList<MailFile>? Attachments { get; init; }
}
