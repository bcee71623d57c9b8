using System.Text;
using AiOs.Connectors.Email.Attachments;
using AiOs.Connectors.Email.Forwards;
using AiOs.Connectors.Email.Text;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Email.Reading;

/// <summary>Reads what a person pasted into a chat.</summary>
internal sealed class PastedText(MailBounds bounds)
{
    /// <summary>Header fields that only the raw form of a mail shows, never a mail program's forward.</summary>
    private static readonly string[] RawOnly = ["message-id", "received", "mime-version", "content-type", "return-path", "delivered-to", "dkim-signature"];

    public MessageContent Read(string text, MailReader reader)
    {
        text = SafeText.Lines(text);
        if (IsRaw(text) && reader.ReadUnproved(Encoding.UTF8.GetBytes(text.TrimStart())) is MailReading.Readable raw)
        {
            return raw.Content.Attachments.Count == 0 ? raw.Content : raw.Content with
            {
                Attachments = [],
                Warnings = [.. raw.Content.Warnings, "Files in pasted mail are not kept; drop the mail as a file to keep them."],
            };
        }

        return ForwardFinder.Find(text, outerSubject: null) is { } forward
            ? new MailDraft(bounds, new DecodedParts(bounds, CancellationToken.None), new AttachmentTexts(bounds.Attachments, new TimedReading(), CancellationToken.None)).Claimed(forward)
            : new MessageContent { Origin = ContentOrigin.Typed, Text = text };
    }

    /// <summary>Whether it begins with a header of at least two fields, one of which only raw mail has.</summary>
    private static bool IsRaw(string text)
    {
        var fields = 0;
        var raw = false;
        foreach (var line in text.AsSpan().TrimStart().EnumerateLines())
        {
            if (line.IsEmpty) break;
            if (line[0] is ' ' or '\t') continue;
            var colon = line.IndexOf(':');
            if (colon <= 0 || line[..colon].Contains(' ')) return false;
            fields++;
            foreach (var name in RawOnly) raw |= line[..colon].Equals(name, StringComparison.OrdinalIgnoreCase);
        }

        return raw && fields >= 2;
    }
}
