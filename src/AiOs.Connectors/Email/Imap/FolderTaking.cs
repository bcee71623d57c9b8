using AiOs.Contracts;
using AiOs.Contracts.Ids;
using MailKit;
using Microsoft.Extensions.Logging;

namespace AiOs.Connectors.Email.Imap;

/// <summary>
/// Takes what a folder holds, in order, a batch at a time: each mail is durable first, then the batch is marked or moved, then the position is
/// kept. A crash in between brings some mails again, which the inbox knows.
/// </summary>
internal sealed partial class FolderTaking(MailIntake intake, MailboxCursor cursor, TimeProvider time, ILogger logger)
{
    private const int Batch = 20;

    private readonly Strikes _strikes = new();

    /// <summary>What is durable and not yet marked, so that a connection which breaks in every batch gets on all the same; true where the mail is ours to mark.</summary>
    private readonly Dictionary<uint, bool> _durable = [];

    private uint _validity;

    /// <summary>How many mails were taken since the start.</summary>
    public int Taken { get; private set; }

    /// <summary>Takes all that is there and was not taken. Throws what the server or the store throws; what is durable stays so.</summary>
    /// <param name="folder">The folder, open.</param>
    /// <param name="target">Where mails are moved to; nothing where they are marked as read.</param>
    /// <param name="cancellationToken">Ends it between two mails.</param>
    public async Task TakeAllAsync(IMailFolder folder, IMailFolder? target, CancellationToken cancellationToken)
    {
        if (_validity != folder.UidValidity) _durable.Clear();
        _validity = folder.UidValidity;
        var position = MailboxPosition.Of(await cursor.ReadAsync(cancellationToken), folder.UidValidity, folder.UidNext?.Id, time.GetUtcNow());
        await cursor.MoveAsync(position, cancellationToken);
        foreach (var batch in (await MailFetch.FindAsync(folder, position, cancellationToken)).Chunk(Batch))
        {
            await TakeAsync(folder, position, batch, cancellationToken);
            await SettleAsync(folder, target, cancellationToken);
            position = position with { Last = batch[^1].Id };
            await cursor.MoveAsync(position, cancellationToken);
            _durable.Clear();
        }
    }

    private async Task TakeAsync(IMailFolder folder, MailboxPosition position, UniqueId[] batch, CancellationToken cancellationToken)
    {
        var facts = await MailFetch.FactsAsync(folder, batch, cancellationToken);
        foreach (var uid in batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_durable.ContainsKey(uid.Id) || !facts.TryGetValue(uid.Id, out var fact)) continue;
            if (!position.Wants(uid.Id, fact.Flags?.HasFlag(MessageFlags.Seen) == true, fact.InternalDate)) continue;
            try
            {
                await TakeAsync(folder, uid, fact.Size, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested && fault is not AiOsException { IsTransient: true })
            {
                _strikes.Note(_validity, uid.Id);
                throw;
            }
        }
    }

    private async Task TakeAsync(IMailFolder folder, UniqueId uid, uint? size, CancellationToken cancellationToken)
    {
        if (_strikes.IsOut(_validity, uid.Id))
        {
            await intake.RefuseAsync(ChannelName.Mail, "untakeable", size ?? 0, $"imap:{folder.FullName}:{_validity}:{uid.Id}", cancellationToken);
            LogUntakeable(logger, folder.FullName, uid.Id);
            _durable[uid.Id] = false;
            return;
        }

        if (await MailFetch.BytesAsync(folder, uid, size, cancellationToken) is not { } bytes) return;
        var receipt = await intake.TakeAsync(ChannelName.Mail, bytes, cancellationToken);
        if (receipt is MailReceipt.Refused refused) LogRefused(logger, folder.FullName, size ?? (uint)bytes.Length, refused.Reading.Code);
        // A refused mail stays as it is: unread, so that a person sees it.
        _durable[uid.Id] = receipt is MailReceipt.Taken;
        Taken++;
    }

    /// <summary>Marks or moves. Where the server does not let us the mails are durable all the same, and we go on.</summary>
    private async Task SettleAsync(IMailFolder folder, IMailFolder? target, CancellationToken cancellationToken)
    {
        var ours = _durable.Where(static mail => mail.Value).Select(mail => new UniqueId(_validity, mail.Key)).Order().ToList();
        if (ours.Count == 0 || folder.Access != FolderAccess.ReadWrite) return;
        try
        {
            if (target is null) await folder.AddFlagsAsync(ours, MessageFlags.Seen, silent: true, cancellationToken);
            else await folder.MoveToAsync(ours, target, cancellationToken);
        }
        catch (CommandException fault)
        {
            LogNotSettled(logger, fault, ours.Count, folder.FullName);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail of {Bytes} bytes in {Folder} cannot be read ({Code}); it stays there unread, and the journal says so.")]
    private static partial void LogRefused(ILogger logger, string folder, uint bytes, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail with the number {Uid} in {Folder} could not be taken after several tries; it stays there unread, the journal says so, and the next ones are taken.")]
    private static partial void LogUntakeable(ILogger logger, string folder, uint uid);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} mails in {Folder} were taken, but the server does not let them be marked or moved; check the rights of Email:Imap:User there.")]
    private static partial void LogNotSettled(ILogger logger, Exception fault, int count, string folder);
}
