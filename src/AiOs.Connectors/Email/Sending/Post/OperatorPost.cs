using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace AiOs.Connectors.Email.Sending.Post;

/// <summary>
/// Writes to the operator's own mailbox, and to nobody else: the address is the configured one. Marked as automatic, so that no machine answers it,
/// and with a Message-ID of ours, so that it is known again where it comes back into a mailbox that is read here.
/// </summary>
internal sealed class OperatorPost(IOptions<EmailOptions> options, MailComposer composer, OutboxWriter outbox, EmailPlaces places, IdSource ids, TimeProvider time) : IOperatorPost
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public ChannelName Channel => ChannelName.Mail;

    public string Place => places.OperatorAddress ?? throw new InvalidOperationException("The operator has no mail address, and the host started all the same.");

    public async Task<SendOutcome> SayAsync(ChatNote note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(note);
        var id = new EffectId(ids.Next());
        using var message = Compose(note, id);
        if (!options.Value.Smtp.IsSet) return await FileAsync(message, id);
        using var limit = new CancellationTokenSource(Patience, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        return await SmtpTransport.HandOverAsync(message, options.Value.Smtp, Patience, ends.Token) switch
        {
            null => Sent(id),
            EffectResult.Failed { MayRetry: true } failed => throw new AiOsException(failed.Sentence) { IsTransient = true },
            EffectResult.Failed failed => new SendOutcome.Refused(failed.Sentence),
            _ => new SendOutcome.Unknown(),
        };
    }

    /// <summary>Where no server sends, it lies with the other mails that were not sent.</summary>
    private async Task<SendOutcome> FileAsync(MimeMessage message, EffectId id)
    {
        try
        {
            await outbox.WriteAsync($"{id}.eml", MailComposer.Bytes(message));
            return Sent(id);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AiOsException($"Nothing can be written to {places.OutboxShown}; check that the folder exists and belongs to this program.", fault) { IsTransient = true };
        }
    }

    private SendOutcome.Sent Sent(EffectId id) => new(new ShownMessages(Place, [], composer.MailIdOf(id)));

    private MimeMessage Compose(ChatNote note, EffectId id)
    {
        var message = new MimeMessage([new Header(HeaderId.MimeVersion, "1.0"), new Header(HeaderId.AutoSubmitted, "auto-generated")]) { Date = time.GetUtcNow() };
        message.From.Add(composer.From);
        message.To.Add(MailAddresses.Parse(Place)!);
        message.Subject = NoteLetter.SubjectOf(note);
        message.MessageId = composer.MailIdOf(id);
        var text = NoteLetter.TextOf(note);
        var words = new MultipartAlternative();
        words.Add(MailComposer.Words(TextFormat.Plain, text));
        words.Add(MailComposer.Words(TextFormat.Html, HtmlLetter.Of(text)));
        var images = note.Blocks.OfType<CardBlock.Image>().ToArray();
        message.Body = images.Length == 0 ? words : WithImages(words, images);
        return message;
    }

    private static Multipart WithImages(MultipartAlternative words, CardBlock.Image[] images)
    {
        var all = new Multipart("mixed") { words };
        for (var i = 0; i < images.Length; i++)
        {
            all.Add(new MimePart("image", "png")
            {
                Content = new MimeContent(new MemoryStream(images[i].Png.ToArray(), writable: false)),
                ContentDisposition = new ContentDisposition(ContentDisposition.Inline),
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = FormattableString.Invariant($"chart-{i + 1}.png"),
            });
        }

        return all;
    }
}
