using AiOs.Connectors.Email.Attachments;
using AiOs.Connectors.Email.Forwards;
using AiOs.Connectors.Email.Text;
using AiOs.Contracts.Messages;
using MimeKit;

namespace AiOs.Connectors.Email.Reading;

/// <summary>Puts together what is known of one mail: warnings and files gather here until the content is made.</summary>
internal sealed class MailDraft(MailBounds bounds, DecodedParts decoded, AttachmentTexts texts)
{
    private readonly List<string> _warnings = [];
    private readonly List<InboundFile> _files = [];
    private readonly FileNames _names = new();

    public void Warn(string sentence)
    {
        if (!_warnings.Contains(sentence)) _warnings.Add(sentence);
    }

    public string Text(MailParts parts)
    {
        if (parts.Encrypted) Warn("The mail is encrypted, so its text cannot be read here.");
        return new BodyText(bounds, decoded, _warnings).Of(parts.Texts);
    }

    /// <summary>The mail inside a part; nothing where it cannot be read, and then it stays a file.</summary>
    public MimeMessage? Open(MimeEntity part, CancellationToken cancellationToken)
    {
        if (part is MessagePart { Message: { } message }) return message;
        if (part is not MimePart file) return null;
        try
        {
            return MailTree.Load(decoded.Bytes(file), bounds, outerDepth: 1, cancellationToken);
        }
        catch (UnreadableMailException)
        {
            Warn("An attached mail cannot be read; it is kept as a file.");
            return null;
        }
    }

    public void Keep(IEnumerable<MimeEntity> parts)
    {
        foreach (var part in parts)
        {
            var (name, bytes) = part switch
            {
                MessagePart { Message: { } message } inner => (_names.Give(Named(inner) ?? MailName(message), "mail.eml"), decoded.Bytes(message)),
                MimePart file => (_names.Give(file.FileName, Fallback(file)), decoded.Bytes(file)),
                _ => (string.Empty, []),
            };
            if (name.Length > 0) Keep(name, part.ContentType.MimeType.ToLowerInvariant(), bytes);
        }
    }

    private void Keep(string name, string declared, byte[] bytes)
    {
        var check = AttachmentCheck.Of(name, declared, bytes);
        if (check.Warning is not null) Warn(check.Warning);
        var read = texts.Of(name, check.MediaType, bytes);
        if (read.Warning is not null) Warn(read.Warning);
        _files.Add(new InboundFile(name, check.MediaType, bytes) { Text = read.Text });
    }

    /// <summary>A mail that came straight from its sender.</summary>
    public MessageContent Direct(MimeMessage message, string text)
    {
        var sender = MailHeaders.Sender(message);
        if (sender is null) Warn("The mail does not name one sender with a mail address.");
        AskedElsewhere(message, sender);
        var (at, written) = MailHeaders.Date(message);
        var resent = MailHeaders.Mailboxes(message.ResentFrom);
        return new MessageContent
        {
            Origin = ContentOrigin.DirectMail,
            Sender = sender,
            Recipients = MailHeaders.Mailboxes(message.To),
            Copied = MailHeaders.Mailboxes(message.Cc),
            Subject = MailHeaders.Subject(message),
            SentAt = at,
            SentAtText = written,
            Text = text,
            Forwarder = resent.Count == 1 && resent[0].Address != sender?.Address ? resent[0] : null,
            MailId = MailHeaders.MailId(message.MessageId),
            OriginalMailId = MailHeaders.MailId(message.MessageId),
            References = MailHeaders.References(message),
            Automatic = MailHeaders.IsAutomatic(message),
        };
    }

    /// <summary>A mail whose text quotes the forwarded one.</summary>
    public MessageContent Inline(MimeMessage message, ForwardedMail claimed)
    {
        var content = Claimed(claimed);
        return content with
        {
            Forwarder = Other(MailHeaders.Sender(message), content.Sender),
            MailId = MailHeaders.MailId(message.MessageId),
            Automatic = MailHeaders.IsAutomatic(message),
        };
    }

    /// <summary>What a text claims about the mail that it quotes.</summary>
    public MessageContent Claimed(ForwardedMail claimed)
    {
        foreach (var warning in claimed.Warnings) Warn(warning);
        var at = ClaimedDate.Read(claimed.DateText);
        return new MessageContent
        {
            Origin = ContentOrigin.InlineForward,
            Sender = claimed.Sender,
            Recipients = claimed.To,
            Copied = claimed.Copy,
            Subject = claimed.Subject is null ? null : SafeText.OneLine(claimed.Subject),
            SentAt = at,
            SentAtText = at is null && !string.IsNullOrWhiteSpace(claimed.DateText) ? SafeText.OneLine(claimed.DateText).Trim() : null,
            Text = claimed.Body,
            Note = claimed.Note,
            Warnings = [.. _warnings],
        };
    }

    /// <summary>A mail that carries the forwarded one as a part.</summary>
    public MessageContent Attached(MimeMessage outer, MimeMessage original, string note, string text)
    {
        var exact = Direct(original, text);
        return exact with
        {
            Origin = ContentOrigin.AttachedForward,
            Subject = SubjectMarks.WithoutForward(exact.Subject),
            Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            Forwarder = Other(MailHeaders.Sender(outer), exact.Sender),
            MailId = MailHeaders.MailId(outer.MessageId),
            Automatic = exact.Automatic || MailHeaders.IsAutomatic(outer),
        };
    }

    public MailReading.Readable Readable(MessageContent content, string key) => new(
        content with
        {
            Attachments = [.. _files.Select(file => new Attachment(file.Name, file.MediaType, file.Bytes.Length, null) { Text = file.Text })],
            Warnings = [.. _warnings],
        },
        [.. _files],
        key);

    private void AskedElsewhere(MimeMessage message, Mailbox? sender)
    {
        if (sender is null || MailHeaders.IsAutomatic(message)) return;
        var elsewhere = MailHeaders.Mailboxes(message.ReplyTo).Find(to => !to.Address.Equals(sender.Address, StringComparison.OrdinalIgnoreCase));
        if (elsewhere is not null) Warn($"The mail asks that answers go to {elsewhere.Address} and not to its sender.");
    }

    private static Mailbox? Other(Mailbox? forwarder, Mailbox? sender) =>
        forwarder is not null && forwarder.Address.Equals(sender?.Address, StringComparison.OrdinalIgnoreCase) ? null : forwarder;

    private static string? Named(MessagePart part) => part.ContentDisposition?.FileName ?? part.ContentType.Name;

    private static string MailName(MimeMessage message) => $"{MailHeaders.Subject(message) ?? "mail"}.eml";

    private static string Fallback(MimePart part)
    {
        var type = part.ContentType.MimeType.ToLowerInvariant();
        return type switch
        {
            "text/calendar" => "invitation.ics",
            "text/plain" => "text.txt",
            "text/html" => "text.html",
            "message/rfc822" => "mail.eml",
            "message/delivery-status" => "delivery-status.txt",
            _ => MimeTypes.TryGetExtension(type, out var ending) ? $"attachment{ending}" : "attachment",
        };
    }
}
