using AiOs.Connectors.Email.Reading;
using MailKit;
using MailKit.Search;

namespace AiOs.Connectors.Email.Imap;

/// <summary>What a folder holds that is to be taken, and its bytes. Nothing is marked as read by it.</summary>
internal static class MailFetch
{
    private const MessageSummaryItems Facts = MessageSummaryItems.UniqueId | MessageSummaryItems.Flags | MessageSummaryItems.InternalDate | MessageSummaryItems.Size;

    /// <summary>The UIDs behind a position, in their order. Some of the old ones may be unwanted still: a server searches by days.</summary>
    public static async Task<IReadOnlyList<UniqueId>> FindAsync(IMailFolder folder, MailboxPosition position, CancellationToken cancellationToken)
    {
        var found = new List<UniqueId>();
        if (position.Last < position.Old)
        {
            var there = SearchQuery.Uids(new UniqueIdRange(new UniqueId(position.Last + 1), new UniqueId(position.Old)));
            var wanted = SearchQuery.NotSeen.Or(SearchQuery.DeliveredAfter(position.Since.UtcDateTime.AddDays(-1)));
            found.AddRange(await folder.SearchAsync(there.And(wanted), cancellationToken));
        }

        var done = Math.Max(position.Last, position.Old);
        if (done < uint.MaxValue) found.AddRange(await folder.SearchAsync(SearchQuery.Uids(new UniqueIdRange(new UniqueId(done + 1), UniqueId.MaxValue)), cancellationToken));
        // A range that begins behind the last mail means the last mail (RFC 9051, 9): it is dropped here.
        return [.. found.Where(uid => uid.Id > position.Last).DistinctBy(static uid => uid.Id).OrderBy(static uid => uid.Id)];
    }

    /// <summary>What the server says of some mails; those that are gone are not in it.</summary>
    public static async Task<IReadOnlyDictionary<uint, IMessageSummary>> FactsAsync(IMailFolder folder, IList<UniqueId> uids, CancellationToken cancellationToken)
    {
        var facts = await folder.FetchAsync(uids, Facts, cancellationToken);
        return facts.DistinctBy(static fact => fact.UniqueId.Id).ToDictionary(static fact => fact.UniqueId.Id);
    }

    /// <summary>The bytes, of a larger mail only so many as show that it is too large; nothing where it is gone.</summary>
    public static async Task<byte[]?> BytesAsync(IMailFolder folder, UniqueId uid, uint? size, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await ReadAsync(folder, uid, size, cancellationToken);
            // Of a mail that another client has expunged meanwhile some servers give nothing, and no error either.
            return bytes.Length > 0 || await IsThereAsync(folder, uid, cancellationToken) ? bytes : null;
        }
        catch (MessageNotFoundException)
        {
            return null;
        }
        catch (CommandException)
        {
            // Others refuse it: looking again tells that from a refusal of another kind.
            if (await IsThereAsync(folder, uid, cancellationToken)) throw;
            return null;
        }
    }

    private static async Task<byte[]> ReadAsync(IMailFolder folder, UniqueId uid, uint? size, CancellationToken cancellationToken)
    {
        var most = MailBounds.Default.Bytes;
        await using var stream = size > (uint)most
            ? await folder.GetStreamAsync(uid, 0, most + 1, cancellationToken)
            : await folder.GetStreamAsync(uid, cancellationToken);
        var bytes = new byte[Math.Min(stream.Length, most + 1L)];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    /// <summary>Whether the server still has it, asked so that it looks anew first.</summary>
    private static async Task<bool> IsThereAsync(IMailFolder folder, UniqueId uid, CancellationToken cancellationToken)
    {
        await folder.CheckAsync(cancellationToken);
        return (await FactsAsync(folder, [uid], cancellationToken)).ContainsKey(uid.Id);
    }
}
