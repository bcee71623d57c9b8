using MimeKit;

namespace AiOs.Connectors.Email.Reading.Outline;

/// <summary>The parts of a mail in order, from the very tree and the very decoding that <see cref="MailReader"/> reads from.</summary>
public sealed class MailOutline
{
    private readonly DecodedParts _decoded;
    private readonly List<OutlinePart> _parts = [];

    private MailOutline(DecodedParts decoded) => _decoded = decoded;

    /// <summary>Takes a mail apart within bounds.</summary>
    /// <returns>All parts; nothing where the bytes are no mail that can be read whole.</returns>
    public static IReadOnlyList<OutlinePart>? Of(ReadOnlyMemory<byte> raw, MailBounds bounds, CancellationToken cancellationToken)
    {
        if (raw.Length > bounds.Bytes) return null;
        try
        {
            using var message = MailTree.Load(raw[HeaderGate.Start(raw.Span)..], bounds, outerDepth: 0, cancellationToken);
            var outline = new MailOutline(new DecodedParts(bounds, cancellationToken));
            if (message.Body is { } body) outline.Add(body, "0");
            return outline._parts;
        }
        catch (UnreadableMailException)
        {
            return null;
        }
    }

    private void Add(MimeEntity entity, string path)
    {
        switch (entity)
        {
            case Multipart multipart:
                Children(entity, path, multipart);
                break;
            case MessagePart { Message: { } inner }:
                Children(entity, path, inner.Body is { } body ? [body] : []);
                break;
            case MessageDeliveryStatus status:
                // Each group of fields is a header without a body (RFC 3464 section 2.1).
                Hold(entity, path);
                for (var group = 0; group < status.StatusGroups.Count; group++)
                    _parts.Add(new OutlinePart($"{path}.{group}", "text/plain", null, ReadOnlyMemory<byte>.Empty));
                break;
            case MimePart part:
                _parts.Add(new OutlinePart(path, BrokenType.IsText(part) ? "text/plain" : Type(part), part.FileName, _decoded.Bytes(part)));
                break;
            default:
                Hold(entity, path);
                break;
        }
    }

    private void Children(MimeEntity entity, string path, IEnumerable<MimeEntity> children)
    {
        Hold(entity, path);
        var number = 0;
        foreach (var child in children) Add(child, $"{path}.{number++}");
    }

    private void Hold(MimeEntity entity, string path) =>
        _parts.Add(new OutlinePart(path, Type(entity), entity.ContentDisposition?.FileName ?? entity.ContentType.Name, null));

    private static string Type(MimeEntity entity) => entity.ContentType.MimeType.ToLowerInvariant();
}
