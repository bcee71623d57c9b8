using MimeKit;

namespace AiOs.Connectors.Email.Reading;

/// <summary>Decodes parts and counts what comes out, over all parts of one mail.</summary>
internal sealed class DecodedParts(MailBounds bounds, CancellationToken cancellationToken)
{
    private long _bytes;

    /// <summary>The decoded bytes of a part; none where it has no content.</summary>
    public byte[] Bytes(MimePart part)
    {
        if (part.Content is null) return [];
        using var into = new BoundedStream(this, bounds.DecodedBytes);
        part.Content.DecodeTo(into, cancellationToken);
        return into.ToArray();
    }

    /// <summary>A mail that stands in a mail, as a file of its own.</summary>
    public byte[] Bytes(MimeMessage message)
    {
        using var into = new BoundedStream(this, bounds.DecodedBytes);
        message.WriteTo(into, cancellationToken);
        return into.ToArray();
    }

    private sealed class BoundedStream(DecodedParts all, long most) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            all._bytes += count;
            if (all._bytes > most) throw new UnreadableMailException(Unreadables.DecodedTooLarge(most));
            base.Write(buffer, offset, count);
        }
    }
}
