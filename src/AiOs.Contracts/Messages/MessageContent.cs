using AiOs.Contracts.Chat;

namespace AiOs.Contracts.Messages;

/// <summary>
/// What a message says, with the original message put first where one was forwarded.
/// All of it is personal data and is sealed in the journal.
/// </summary>
public sealed record MessageContent
{
    /// <summary>How the words reached us.</summary>
    public required ContentOrigin Origin { get; init; }

    /// <summary>Who wrote <see cref="Text"/>: of a forwarded mail the original sender, as far as <see cref="Origin"/> can be believed.</summary>
    public Mailbox? Sender { get; init; }

    /// <summary>To whom <see cref="Text"/> was written, where that is known.</summary>
    public IReadOnlyList<Mailbox> Recipients { get; init; } = [];

    /// <summary>Who was copied, where that is known.</summary>
    public IReadOnlyList<Mailbox> Copied { get; init; } = [];

    /// <summary>The subject of the original message, without forward marks.</summary>
    public string? Subject { get; init; }

    /// <summary>When the original message was written, where its date has a time zone or offset.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The date of the original message as it was written, where it could not be read to a moment in time.</summary>
    public string? SentAtText { get; init; }

    /// <summary>The body of the original message as plain text, line ends as LF.</summary>
    public required string Text { get; init; }

    /// <summary>What the forwarding person wrote above the forwarded message.</summary>
    public string? Note { get; init; }

    /// <summary>Who forwarded it: the sender of the mail that reached us, where that is not <see cref="Sender"/>.</summary>
    public Mailbox? Forwarder { get; init; }

    /// <summary>The Message-ID (RFC 5322 section 3.6.4) of the mail that reached us, without angle brackets.</summary>
    public string? MailId { get; init; }

    /// <summary>The Message-ID of the original message, where it is known exactly; a reply is threaded under it.</summary>
    public string? OriginalMailId { get; init; }

    /// <summary>The Message-IDs of the thread, oldest first, without angle brackets.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The files that came with it.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>True for automatic replies and bulk mail (RFC 3834 Auto-Submitted, List-Id, Precedence): never answered unasked.</summary>
    public bool Automatic { get; init; }

    /// <summary>
    /// Whether the sender of the mail that reached us is proved: that is <see cref="Forwarder"/> where there is one, else <see cref="Sender"/>. Nothing
    /// where no server is trusted to say so, and for what is no mail: then it is not checked.
    /// </summary>
    public SenderProof? Proof { get; init; }

    /// <summary>The mail server that <see cref="Proof"/> is taken from, as it calls itself.</summary>
    public string? ProofBy { get; init; }

    /// <summary>Set for a mail that went out from here and came back: never answered, and nothing is done about it.</summary>
    public bool? CameBack { get; init; }

    /// <summary>Where in a chat it was said; nothing for mail and for the local page.</summary>
    public ChatOrigin? Chat { get; init; }

    /// <summary>What the program itself has to do; nothing for everything that came from somebody.</summary>
    public Occasion? Occasion { get; init; }

    /// <summary>The message that it is one part of; nothing for everything that came in as one.</summary>
    public PartOf? PartOf { get; init; }

    /// <summary>What is odd about it, one clear sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
