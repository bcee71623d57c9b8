using System.Text;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Places;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>Makes a work item of a message. The card appears by itself once it is durable.</summary>
internal sealed class Opener(IInbox inbox, IMailReader mails, ICardPlaces cards, Speaker speaker)
{
    /// <summary>Whether the words are the operator's: not passed on, and no mail that was pasted.</summary>
    public bool AreOwn(Heard heard) => !heard.Message.IsForwarded && mails.ReadPasted(heard.Text).Origin is ContentOrigin.Typed;

    /// <summary>Opens one for what was said.</summary>
    /// <param name="heard">The message.</param>
    /// <param name="follows">What it follows on, which has ended.</param>
    /// <param name="files">What came with it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<Receipt> OpenAsync(Heard heard, WorkItemId? follows, IReadOnlyList<InboundFile> files, CancellationToken cancellationToken)
    {
        var content = mails.ReadPasted(heard.Text);
        var typed = content.Origin is ContentOrigin.Typed;
        return ReceiveAsync(
            heard,
            new InboundMessage
            {
                Channel = heard.Message.Channel,
                Authority = typed && !heard.Message.IsForwarded ? Authority.Operator : Authority.External,
                DedupeKey = typed ? heard.Message.DedupeKey : Deliveries.MailKeyOf(heard.Message),
                Content = content with
                {
                    Chat = OriginOf(heard),
                    Note = follows is { } before ? $"This follows on work item {before}, which has ended." : content.Note,
                    Attachments = [.. content.Attachments, .. files.Select(file => new Attachment(file.Name, file.MediaType, file.Bytes.Length, Blob: null) { Text = file.Text })],
                },
                Raw = typed ? default : Encoding.UTF8.GetBytes(heard.Text),
                Files = files,
            },
            cancellationToken);
    }

    /// <summary>A mail in a file is what it is whichever way it came: somebody else's words.</summary>
    public Task<Receipt> OpenMailAsync(Heard heard, MailReading.Readable mail, ReadOnlyMemory<byte> raw, CancellationToken cancellationToken) => ReceiveAsync(
        heard,
        new InboundMessage
        {
            Channel = heard.Message.Channel,
            Authority = Authority.External,
            DedupeKey = mail.DedupeKey,
            Content = mail.Content with { Chat = OriginOf(heard) },
            Raw = raw,
            Files = mail.Files,
        },
        cancellationToken);

    private static ChatOrigin OriginOf(Heard heard) => new(heard.Message.Place, heard.Message.Message) { Sender = heard.Message.Sender };

    private async Task<Receipt> ReceiveAsync(Heard heard, InboundMessage message, CancellationToken cancellationToken)
    {
        await using var progress = cards.Begin(heard.Channel, heard.Message);
        var receipt = await inbox.ReceiveAsync(message, cancellationToken);
        heard.Message.Kept?.Invoke();
        await speaker.LinkAsync(heard, receipt.WorkItem, cancellationToken);
        return receipt;
    }
}
