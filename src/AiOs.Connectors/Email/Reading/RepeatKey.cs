using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace AiOs.Connectors.Email.Reading;

/// <summary>
/// What makes a repeat of a mail the same: its Message-ID and the SHA-256 of its decoded parts. Headers that change on the way and the
/// transfer encoding do not count. Kept for ever, so this must never change: not with our HTML, charset or forward reading either.
/// </summary>
internal static class RepeatKey
{
    public static string Of(MimeMessage message, DecodedParts decoded)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (message.Body is { } body) Add(hash, body, decoded);
        var id = MailHeaders.MailId(message.MessageId);
        if (id is not null) return $"mail:{id}:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
        foreach (var name in new[] { HeaderId.From, HeaderId.Date, HeaderId.Subject })
            Add(hash, Encoding.UTF8.GetBytes(message.Headers[name]?.Trim() ?? string.Empty));
        return $"mail::{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static void Add(IncrementalHash hash, MimeEntity entity, DecodedParts decoded)
    {
        foreach (var leaf in Leaves(entity))
        {
            Add(hash, Encoding.UTF8.GetBytes(leaf.ContentType.MimeType.ToLowerInvariant()));
            switch (leaf)
            {
                case MessagePart { Message: { } inner }:
                    Add(hash, Encoding.UTF8.GetBytes(MailHeaders.MailId(inner.MessageId) ?? string.Empty));
                    if (inner.Body is { } body) Add(hash, body, decoded);
                    break;
                case TextPart text:
                    Add(hash, Canonical(decoded.Bytes(text)));
                    break;
                case MimePart part:
                    Add(hash, decoded.Bytes(part));
                    break;
            }
        }
    }

    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static IEnumerable<MimeEntity> Leaves(MimeEntity entity)
    {
        var open = new Stack<MimeEntity>([entity]);
        while (open.TryPop(out var next))
        {
            if (next is Multipart multipart)
            {
                for (var i = multipart.Count - 1; i >= 0; i--) open.Push(multipart[i]);
            }
            else
            {
                yield return next;
            }
        }
    }

    /// <summary>Text without carriage returns and without the white space at its end: mail servers change both.</summary>
    private static ReadOnlySpan<byte> Canonical(byte[] bytes)
    {
        var kept = 0;
        foreach (var b in bytes)
        {
            if (b != '\r') bytes[kept++] = b;
        }

        return bytes.AsSpan(0, kept).TrimEnd(" \t\n"u8);
    }
}
