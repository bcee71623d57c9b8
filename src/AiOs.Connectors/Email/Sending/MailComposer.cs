using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Contracts;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Files;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace AiOs.Connectors.Email.Sending;

/// <summary>
/// Writes the whole mail (RFC 5322) from a permit and the files that it names, and nothing else: the same permit gives the same bytes. The sender is
/// <c>Email:Smtp:From</c>, else the operator's own address, else <c>operator@aios.invalid</c>, which no server would take.
/// </summary>
internal sealed class MailComposer(IOptions<EmailOptions> options, EmailPlaces places)
{
    private const string NoDomain = "aios.invalid";
    private const int LongestPlainLine = 900;
    private const int BorderLength = 32;

    public static readonly FormatOptions Format = Fixed();

    /// <summary>Who sends.</summary>
    public MailboxAddress From { get; } =
        (options.Value.Smtp.From is { Length: > 0 } configured ? MailAddresses.Parse(configured) : null)
        ?? (places.OperatorAddress is { Length: > 0 } own ? MailAddresses.Parse(own) : null)
        ?? new MailboxAddress(null, $"operator@{NoDomain}");

    /// <summary>Composes; throws where the arguments have a gap, since nothing with one is ever approved.</summary>
    /// <param name="permit">The leave to send it.</param>
    /// <param name="files">The bytes of the files that it names, in their order.</param>
    public MimeMessage Compose(Permit permit, IReadOnlyList<byte[]> files)
    {
        var arguments = SendArguments.Read(permit.Effect) ?? throw new AiOsException("The mail cannot be read from the effect's bytes; nothing was sent.");
        if (SendGaps.Of(arguments) is { Count: > 0 } gaps) throw new AiOsException($"The mail cannot be sent: {gaps[0]}.");
        // From headers alone, so that nothing is made up: the plain constructor adds a random Message-ID and today's date.
        var message = new MimeMessage([new Header(HeaderId.MimeVersion, "1.0")]) { Date = permit.DecidedAt };
        message.From.Add(From);
        message.To.AddRange(arguments.To.Select(to => MailAddresses.Check(to)!));
        message.Cc.AddRange(arguments.Copy.Select(copy => MailAddresses.Check(copy)!));
        message.Subject = arguments.Subject;
        message.MessageId = MailIdOf(permit.Effect.Id);
        if (arguments.InReplyTo is { } parent) message.InReplyTo = parent;
        foreach (var id in arguments.References) message.References.Add(id);
        message.Body = Body(arguments, files, permit.Effect.Digest);
        return message;
    }

    /// <summary>The Message-ID of the mail that an effect sends, without angle brackets.</summary>
    public string MailIdOf(EffectId effect) => $"{effect.Value:N}@{Domain()}";

    /// <summary>The mail as it is written to a file or a server.</summary>
    public static ReadOnlyMemory<byte> Bytes(MimeMessage message)
    {
        using var into = new MemoryStream(2048);
        message.WriteTo(Format, into, CancellationToken.None);
        return into.GetBuffer().AsMemory(0, (int)into.Length);
    }

    /// <summary>The same words twice, plain and in HTML (RFC 2046 5.1.4), and the files after them.</summary>
    private static Multipart Body(EmailSendArguments arguments, IReadOnlyList<byte[]> files, Digest digest)
    {
        // No text holds a hash of itself, so no line of the mail can be taken for a border.
        var border = digest.Hex[..BorderLength];
        var words = new MultipartAlternative { Boundary = $"words-{border}" };
        words.Add(Words(TextFormat.Plain, arguments.Text));
        words.Add(Words(TextFormat.Html, HtmlLetter.Of(arguments.Text)));
        if (arguments.Attachments is not { Count: > 0 } attached) return words;
        var all = new Multipart("mixed") { Boundary = $"parts-{border}" };
        all.Add(words);
        for (var i = 0; i < attached.Count; i++) all.Add(FilePart(attached[i], files[i]));
        return all;
    }

    private static MimePart FilePart(MailFile file, byte[] bytes) => new(ContentType.Parse(file.MediaType))
    {
        Content = new MimeContent(new MemoryStream(bytes, writable: false)),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = file.Name,
    };

    /// <summary>Text as it goes over the wire.</summary>
    public static TextPart Words(TextFormat format, string text)
    {
        if (!text.EndsWith('\n')) text += '\n';
        var part = new TextPart(format) { ContentTransferEncoding = IsPlain(text) ? ContentEncoding.SevenBit : ContentEncoding.QuotedPrintable };
        part.SetText("utf-8", text.Replace("\n", "\r\n", StringComparison.Ordinal));
        return part;
    }

    private static bool IsPlain(string text)
    {
        var line = 0;
        foreach (var c in text)
        {
            if (c > 126) return false;
            line = c == '\n' ? 0 : line + 1;
            if (line > LongestPlainLine) return false;
        }

        return true;
    }

    private string Domain()
    {
        var domain = From.Address[(From.Address.LastIndexOf('@') + 1)..];
        return domain.All(char.IsAscii) ? domain : NoDomain;
    }

    private static FormatOptions Fixed()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        format.ParameterEncodingMethod = ParameterEncodingMethod.Rfc2231;
        return format;
    }
}
