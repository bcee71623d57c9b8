namespace AiOs.Contracts.Messages;

/// <summary>What came of reading raw mail.</summary>
public abstract record MailReading
{
    private MailReading()
    {
    }

    /// <summary>The mail could be read.</summary>
    /// <param name="Content">What it says; its attachments have no blobs yet.</param>
    /// <param name="Files">The bytes of its attachments, in the same order.</param>
    /// <param name="DedupeKey">Message-ID and digest of the body: the same for a repeat of the same mail.</param>
    public sealed record Readable(MessageContent Content, IReadOnlyList<InboundFile> Files, string DedupeKey) : MailReading;

    /// <summary>The bytes are no mail that can be read whole.</summary>
    /// <param name="Code">A short stable word for the journal, such as <c>empty</c>, <c>too-large</c>, <c>truncated</c> or <c>too-deep</c>.</param>
    /// <param name="Sentence">One sentence that says what is wrong and what to do.</param>
    public sealed record Unreadable(string Code, string Sentence) : MailReading;
}
