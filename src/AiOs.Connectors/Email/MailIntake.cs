using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;

namespace AiOs.Connectors.Email;

/// <summary>Takes raw mail to the inbox, whatever brought it: drop folder, upload or command line.</summary>
public sealed class MailIntake(IMailReader reader, IInbox inbox)
{
    /// <summary>
    /// Reads a mail and hands it on, or leaves one journal line where it cannot be read. Durable when it returns; throws where the store
    /// cannot take it, and then nothing happened.
    /// </summary>
    public async Task<MailReceipt> TakeAsync(ChannelName channel, ReadOnlyMemory<byte> raw, CancellationToken cancellationToken)
    {
        switch (reader.Read(raw, cancellationToken))
        {
            case MailReading.Readable mail:
                return new MailReceipt.Taken(await inbox.ReceiveAsync(Message(channel, raw, mail), cancellationToken));
            case MailReading.Unreadable unreadable:
                await RefuseAsync(channel, raw, unreadable.Code, cancellationToken);
                return new MailReceipt.Refused(unreadable);
            default:
                throw new InvalidOperationException("A reading is one of two cases.");
        }
    }

    /// <summary>What a mail that could be read becomes. Its words are always somebody else's: a mail never commands.</summary>
    public static InboundMessage Message(ChannelName channel, ReadOnlyMemory<byte> raw, MailReading.Readable mail) => new()
    {
        Channel = channel,
        Authority = Authority.External,
        DedupeKey = mail.DedupeKey,
        Content = mail.Content,
        Raw = raw,
        Files = mail.Files,
    };

    /// <summary>Leaves one journal line for a mail that could not even be fetched. Durable when it returns; throws where the store cannot take it.</summary>
    public Task RefuseAsync(ChannelName channel, string code, long bytes, string key, CancellationToken cancellationToken) =>
        inbox.RefuseAsync(channel, code, bytes, $"mail:refused:{key}", cancellationToken);

    private Task RefuseAsync(ChannelName channel, ReadOnlyMemory<byte> raw, string code, CancellationToken cancellationToken) =>
        inbox.RefuseAsync(channel, code, raw.Length, $"mail:refused:{Digest.Of(raw.Span)}", cancellationToken);
}
