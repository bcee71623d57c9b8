using AiOs.Connectors.Email.Attachments;
using AiOs.Connectors.Email.Authentication;
using AiOs.Connectors.Email.Forwards;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using MimeKit;

namespace AiOs.Connectors.Email.Reading;

/// <summary>
/// Reads raw mail with MimeKit, within bounds. What is shown is the original message where one was forwarded: exact where it came as an
/// attachment, claimed where it is quoted in the text.
/// </summary>
public sealed class MailReader(MailBounds bounds, MailTrust trust) : IMailReader
{
    private readonly SenderCheck _senders = new(trust);
    private readonly PastedText _pasted = new(bounds);
    private readonly TimedReading _timed = new();

    public MailReader()
        : this(MailBounds.Default, MailTrust.Nobody)
    {
    }

    /// <inheritdoc/>
    public MailReading Read(ReadOnlyMemory<byte> raw, CancellationToken cancellationToken) => Read(raw, _senders, cancellationToken);

    /// <inheritdoc/>
    public MessageContent ReadPasted(string text) => _pasted.Read(text, this);

    /// <summary>Reads a mail whose header was pasted: what it says of any server's findings proves nothing.</summary>
    internal MailReading ReadUnproved(ReadOnlyMemory<byte> raw) => Read(raw, _senders.Unproved, CancellationToken.None);

    private MailReading Read(ReadOnlyMemory<byte> raw, SenderCheck senders, CancellationToken cancellationToken)
    {
        if (raw.Length > bounds.Bytes) return Unreadables.TooLarge(raw.Length, bounds.Bytes);
        try
        {
            using var message = MailTree.Load(raw[HeaderGate.Start(raw.Span)..], bounds, outerDepth: 0, cancellationToken);
            return Take(message, senders, cancellationToken);
        }
        catch (UnreadableMailException unreadable)
        {
            return unreadable.Reading;
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // Whatever a parser throws for hostile bytes: the mail cannot be read, and the program goes on.
            return Unreadables.NotMail();
        }
    }

    private MailReading.Readable Take(MimeMessage message, SenderCheck senders, CancellationToken cancellationToken)
    {
        var key = RepeatKey.Of(message, new DecodedParts(bounds, cancellationToken));
        var draft = new MailDraft(bounds, new DecodedParts(bounds, cancellationToken), new AttachmentTexts(bounds.Attachments, _timed, cancellationToken));
        var parts = MailParts.Of(message);
        var text = draft.Text(parts);
        var attached = SubjectMarks.IsReply(message.Subject) ? null : Attached(parts, draft, cancellationToken);
        if (attached is { } forward)
        {
            using var original = forward.Message;
            var inner = MailParts.Of(original);
            var innerText = draft.Text(inner);
            draft.Keep(inner.Files.Concat(inner.Mails));
            draft.Keep(parts.Files.Concat(parts.Mails.Where(mail => !ReferenceEquals(mail, forward.Part))));
            return draft.Readable(senders.Mark(message, draft.Attached(message, original, text, innerText), draft), key);
        }

        draft.Keep(parts.Files.Concat(parts.Mails));
        var claimed = parts.Report ? null : ForwardFinder.Find(text, message.Subject);
        if (claimed?.Sender is { } author && IsAnswerTo(author, message)) claimed = null;
        var content = claimed is null ? draft.Direct(message, text) : draft.Inline(message, claimed);
        return draft.Readable(senders.Mark(message, content with { Automatic = content.Automatic || parts.Report }, draft), key);
    }

    /// <summary>Whoever sends a quoted mail to its own author answers it, whatever language the subject's mark is in.</summary>
    private static bool IsAnswerTo(Mailbox author, MimeMessage message) =>
        !SubjectMarks.IsForward(message.Subject)
        && message.To.Mailboxes.Concat(message.Cc.Mailboxes).Any(to => to.Address.Equals(author.Address, StringComparison.OrdinalIgnoreCase));

    /// <summary>The mail that this one carries as a part: the first that can be read.</summary>
    private static (MimeEntity Part, MimeMessage Message)? Attached(MailParts parts, MailDraft draft, CancellationToken cancellationToken)
    {
        foreach (var part in parts.Mails)
        {
            if (draft.Open(part, cancellationToken) is not { } message) continue;
            if (parts.Mails.Count > 1)
                draft.Warn($"The mail carries {parts.Mails.Count} mails; the first is taken as the forwarded one, the others are kept as files.");
            return (part, message);
        }

        return null;
    }
}
