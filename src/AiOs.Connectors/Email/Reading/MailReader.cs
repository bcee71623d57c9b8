using AiOs.Connectors.Email.Attachments;
using AiOs.Connectors.Email.Forwards;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using MimeKit;

namespace AiOs.Connectors.Email.Reading;

/// <summary>
/// Reads raw mail with MimeKit, within bounds. What is shown is the original message where one was forwarded: exact where it came as an
/// attachment, claimed where it is quoted in the text.
/// </summary>
public sealed class MailReader(MailBounds bounds) : IMailReader
{
    private readonly PastedText _pasted = new(bounds);
    private readonly TimedReading _timed = new();

    public MailReader()
        : this(MailBounds.Default)
    {
    }

    /// <inheritdoc/>
    public MailReading Read(ReadOnlyMemory<byte> raw, CancellationToken cancellationToken)
    {
        if (raw.Length > bounds.Bytes) return Unreadables.TooLarge(raw.Length, bounds.Bytes);
        try
        {
            using var message = MailTree.Load(raw[HeaderGate.Start(raw.Span)..], bounds, outerDepth: 0, cancellationToken);
            return Take(message, cancellationToken);
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

    /// <inheritdoc/>
    public MessageContent ReadPasted(string text) => _pasted.Read(text, this);

    private MailReading.Readable Take(MimeMessage message, CancellationToken cancellationToken)
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
            return draft.Readable(draft.Attached(message, original, text, innerText), key);
        }

        draft.Keep(parts.Files.Concat(parts.Mails));
        var claimed = parts.Report ? null : ForwardFinder.Find(text, message.Subject);
        if (claimed?.Sender is { } author && IsAnswerTo(author, message)) claimed = null;
        var content = claimed is null ? draft.Direct(message, text) : draft.Inline(message, claimed);
        return draft.Readable(content with { Automatic = content.Automatic || parts.Report }, key);
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
