using System.Security.Cryptography;
using System.Text;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;

namespace AiOs.Channels.Web.Requests;

/// <summary>Hands one thing to the inbox, or leaves in the journal why it cannot.</summary>
internal sealed class MessageDoor(IInbox inbox, IMailReader mails, IEntropy entropy)
{
    public Task<Taken> TakeAsync(Handover handover, CancellationToken cancellationToken) => handover switch
    {
        Handover.Mail mail => TakeMailAsync(mail, cancellationToken),
        Handover.Text text => TakeTextAsync(text, cancellationToken),
        _ => throw new InvalidOperationException("There is no third kind of handover."),
    };

    /// <summary>What a mail says is always somebody's else: that the operator handed it over does not make it their word.</summary>
    private async Task<Taken> TakeMailAsync(Handover.Mail mail, CancellationToken cancellationToken)
    {
        switch (mails.Read(mail.Bytes, cancellationToken))
        {
            case MailReading.Readable readable:
                var receipt = await inbox.ReceiveAsync(
                    new InboundMessage
                    {
                        Channel = ChannelName.Web,
                        Authority = Authority.External,
                        DedupeKey = readable.DedupeKey,
                        Content = readable.Content,
                        Raw = mail.Bytes,
                        Files = readable.Files,
                    },
                    cancellationToken);
                return new Taken.Accepted(receipt);
            case MailReading.Unreadable unreadable:
                var key = "web/" + Convert.ToHexStringLower(SHA256.HashData(mail.Bytes.Span));
                await inbox.RefuseAsync(ChannelName.Web, unreadable.Code, mail.Bytes.Length, key, cancellationToken);
                return new Taken.Unreadable(mail.FileName is { Length: > 0 } name ? $"{name}: {unreadable.Sentence}" : unreadable.Sentence);
            default:
                throw new InvalidOperationException("There is no third kind of reading.");
        }
    }

    private async Task<Taken> TakeTextAsync(Handover.Text text, CancellationToken cancellationToken)
    {
        var content = mails.ReadPasted(text.Value);
        var own = content.Origin == ContentOrigin.Typed && !text.IsOfFile;
        var receipt = await inbox.ReceiveAsync(
            new InboundMessage
            {
                Channel = ChannelName.Web,
                Authority = own ? Authority.Operator : Authority.External,
                DedupeKey = "web/" + (text.Id ?? NewId()),
                Content = content,
                Raw = own ? default : Encoding.UTF8.GetBytes(text.Value),
            },
            cancellationToken);
        return new Taken.Accepted(receipt);
    }

    private string NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        entropy.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
