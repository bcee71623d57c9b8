using System.Text;
using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Threads;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Timing;
using AiOs.Kernel.WorkItems.Background;
using AiOs.Kernel.WorkItems.Preparing;

namespace AiOs.Kernel.WorkItems;

/// <summary>
/// Takes what comes in through to its gate, in one commit. Where a model may be asked on the way, the message is made durable first and the rest goes on
/// beside.
/// </summary>
internal sealed class Inbox(WorkspaceJournal journal, WorkItemLoop loop, SlowSteps slow, StepRecorder recorder, Preparation preparation, Vault vault, IJournalStore store, IBlobStore blobs, IMailThreads threads, IdSource ids, TimeProvider time) : IInbox
{
    private const int LargestInline = 16 * 1024;
    private const int MostTries = 5;

    public async Task<Receipt> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var dedupe = vault.DedupeHash(RepeatKeyOf(message));
        if (NeedsBlobs(message) && await store.FindDedupeAsync(dedupe, cancellationToken) is { } known)
        {
            return RepeatOf(known);
        }

        var id = new WorkItemId(ids.Next());
        var key = vault.NewKey(StreamId.Of(id));
        var received = await KeepAsync(message, key, cancellationToken);
        for (var tried = 0; tried < MostTries; tried++)
        {
            var prepared = await PrepareAsync(id, received, cancellationToken);
            switch (await journal.AppendAsync(RequestFor(received, key, dedupe, prepared), cancellationToken))
            {
                case AppendResult.Appended appended:
                    var carried = loop.CarryOutAsync(appended);
                    return new Receipt((await carried.WaitAsync(cancellationToken)).Id, Repeated: false);
                case AppendResult.Repeat repeat:
                    return RepeatOf(repeat.Stream);
                default:
                    break;
            }
        }

        throw new AiOsException("What is known about this message changes too fast to record it; send it again.") { IsTransient = true };
    }

    public Task RestAsync(WorkItemId item, CancellationToken cancellationToken) => slow.RestAsync(item, cancellationToken);

    public async Task RefuseAsync(ChannelName channel, string code, long bytes, string dedupeKey, CancellationToken cancellationToken)
    {
        var id = new MessageId(ids.Next());
        var request = new AppendRequest
        {
            Stream = StreamId.Of(id),
            Cause = "message/" + id,
            Dedupe = vault.DedupeHash("refused\n" + channel + "\n" + dedupeKey),
            Decide = _ => [new MessageRefused(id, channel, code, bytes)],
        };
        await journal.AppendAsync(request, cancellationToken);
    }

    /// <summary>A mail is the same whichever way it came in; a delivery id means something in its own channel only.</summary>
    internal static string RepeatKeyOf(InboundMessage message) =>
        (message.Raw.IsEmpty ? message.Channel.Value : "mail") + "\n" + message.DedupeKey;

    private static bool NeedsBlobs(InboundMessage message) => message.Raw.Length > LargestInline || message.Files.Count > 0;

    private static Receipt RepeatOf(StreamId stream) =>
        WorkItemId.TryParse(stream.Value, out var id)
            ? new Receipt(id, Repeated: true)
            : throw new AiOsException("The same message was refused before; see the journal.");

    /// <summary>A message is kept even where reading it fails: that is a fact as well.</summary>
    private async Task<Prepared> PrepareAsync(WorkItemId id, MessageReceived received, CancellationToken cancellationToken)
    {
        JournalEvent[] opening = [received, new WorkItemOpened(received.Message)];
        var item = Empty(id).Apply(opening, time.Instant());
        if (preparation.CallsOut(item))
        {
            return new Prepared(opening, []);
        }

        var prepared = await preparation.PrepareAsync(item, cancellationToken);
        return prepared with { Facts = [.. opening, .. prepared.Facts] };
    }

    private AppendRequest RequestFor(MessageReceived received, StreamKey key, string dedupe, Prepared prepared) => new()
    {
        Stream = key.Stream,
        Cause = "message/" + received.Message,
        Dedupe = dedupe,
        Key = key,
        Reads = state => Outlook.ReadsOf(state, prepared),
        Decide = at => recorder.Follow((WorkItem)at.State, prepared, at),
    };

    private static WorkItem Empty(WorkItemId id) => new() { Stream = StreamId.Of(id), Id = id };

    private async Task<MessageReceived> KeepAsync(InboundMessage message, StreamKey key, CancellationToken cancellationToken)
    {
        var attachments = new List<Attachment>(message.Files.Count);
        foreach (var file in message.Files)
        {
            attachments.Add(new Attachment(file.Name, file.MediaType, file.Bytes.Length, await SealBlobAsync(file.Bytes, key, cancellationToken)) { Text = file.Text });
        }

        var large = message.Raw.Length > LargestInline;
        var content = attachments.Count == 0 ? message.Content : message.Content with { Attachments = attachments };
        return new MessageReceived(
            new MessageId(ids.Next()),
            message.Channel,
            message.Authority,
            message.Raw.Length,
            large ? await SealBlobAsync(message.Raw, key, cancellationToken) : null)
        {
            Answers = message.Authority is Authority.External && content is { References.Count: > 0, CameBack: not true, PartOf: null }
                ? await threads.FindAsync(content.References, cancellationToken)
                : null,
            Personal = new MessageReceived.Words(content, large || message.Raw.IsEmpty ? null : Encoding.Latin1.GetString(message.Raw.Span)),
        };
    }

    private async Task<BlobRef> SealBlobAsync(ReadOnlyMemory<byte> bytes, StreamKey key, CancellationToken cancellationToken)
    {
        var sealedBytes = vault.Seal(key, bytes.Span, Encoding.UTF8.GetBytes(key.Stream.Value));
        return new BlobRef(key.Stream, await blobs.PutAsync(sealedBytes, cancellationToken));
    }
}
