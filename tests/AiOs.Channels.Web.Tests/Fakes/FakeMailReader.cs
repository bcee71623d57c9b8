using System.Text;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;

namespace AiOs.Channels.Web.Tests.Fakes;

/// <summary>Reads whatever begins with a header line; a forward is whatever says so.</summary>
internal sealed class FakeMailReader : IMailReader
{
    public MailReading Read(ReadOnlyMemory<byte> raw, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString(raw.Span);
        return text.StartsWith("From:", StringComparison.Ordinal)
            ? new MailReading.Readable(Samples.Message with { Text = text }, [], "mail/" + Digest.Of(raw.Span))
            : new MailReading.Unreadable(raw.IsEmpty ? "empty" : "no-mail", raw.IsEmpty ? "The file is empty: save it again." : "That is no mail: save it as .eml.");
    }

    public MessageContent ReadPasted(string text) => text.Contains("Forwarded message", StringComparison.Ordinal)
        ? Samples.Message with { Text = text }
        : new MessageContent { Origin = ContentOrigin.Typed, Text = text };
}
