using System.Runtime.InteropServices;
using MimeKit;

namespace AiOs.Connectors.Email.Reading;

/// <summary>Parses bytes to a tree within bounds.</summary>
internal static class MailTree
{
    /// <summary>Parses; throws <see cref="UnreadableMailException"/> where a bound is passed or the mail stops before its end.</summary>
    /// <param name="mail">The mail from its first header on.</param>
    /// <param name="bounds">The bounds.</param>
    /// <param name="outerDepth">How deep the mail itself stands in another one.</param>
    /// <param name="cancellationToken">Ends the parsing.</param>
    public static MimeMessage Load(ReadOnlyMemory<byte> mail, MailBounds bounds, int outerDepth, CancellationToken cancellationToken)
    {
        if (HeaderGate.Check(mail.Span, bounds) is { } wrong) throw new UnreadableMailException(wrong);
        var options = new ParserOptions { MaxMimeDepth = bounds.Depth + 5, MaxAddressGroupDepth = 3, RespectContentLength = false };
        using (var stream = Stream(mail))
        {
            var survey = new MailSurvey(stream, options, bounds, outerDepth);
            survey.ReadMessage(cancellationToken);
            if (!survey.Whole) throw new UnreadableMailException(Unreadables.Truncated());
        }

        // Persistent: the parts point into the bytes instead of copying them.
        return MimeMessage.Load(options, Stream(mail), persistent: true, cancellationToken);
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
