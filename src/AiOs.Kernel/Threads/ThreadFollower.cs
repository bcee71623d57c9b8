using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Boards.Turns;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Threads;

/// <summary>
/// Follows the journal and keeps which mail belongs to which work item. Where a mail answers one that is known, the work item that it answers is
/// told, once; the mail stays a work item of its own, since a mail never commands. Everything here can be done again and comes out the same: an
/// entry is kept once, a reply is told once, and what the journal named later counts for nothing that came before. So the cursor moves last, and reading
/// again from the start is how the index is made anew.
/// </summary>
internal sealed class ThreadFollower(IJournalFeed feed, IJournalStore store, WorkspaceJournal journal, ThreadIndex index, ICursors cursors, Vault vault, AloneRunner alone, TimeProvider time)
{
    private const int PageSize = 200;
    private const int LongestMailId = 500;

    /// <summary>Commits that come together are read together.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    /// <summary>Follows until it is told to stop, one host at a time.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => alone.RunAsync("threads", FollowAsync, cancellationToken);

    /// <summary>The next turn begins at the start.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken) =>
        await (await ThreadMark.OpenAsync(cursors, store, cancellationToken)).MoveAsync(0, cancellationToken);

    /// <summary>Reads up to the journal's end as this process knows it.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var mark = await ThreadMark.OpenAsync(cursors, store, cancellationToken);
        await ReadAsync(mark, mark.Position, cancellationToken);
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var mark = await ThreadMark.OpenAsync(cursors, store, cancellationToken);
        for (var position = mark.Position; ;)
        {
            position = await ReadAsync(mark, position, cancellationToken);
            await feed.WaitAsync(position, cancellationToken);
            await Task.Delay(Gather, time, cancellationToken);
        }
    }

    /// <summary>The cursor is moved where something was found, else seldom: what held nothing is quickly read again.</summary>
    private async Task<long> ReadAsync(ThreadMark mark, long position, CancellationToken cancellationToken)
    {
        while (Math.Min(PageSize, journal.Known - position) is > 0 and var count)
        {
            var commits = await feed.ReadAsync(position, (int)count, cancellationToken);
            if (commits is not [.., var last])
            {
                return position;
            }

            var found = false;
            foreach (var commit in commits)
            {
                found |= await TakeAsync(commit, cancellationToken);
            }

            position = last.Position;
            if (found || position - mark.Position >= PageSize)
            {
                await mark.MoveAsync(position, cancellationToken);
            }
        }

        return position;
    }

    private async Task<bool> TakeAsync(FeedCommit commit, CancellationToken cancellationToken)
    {
        if (!commit.Stream.Value.StartsWith("work/", StringComparison.Ordinal) || !WorkItemId.TryParse(commit.Stream.Value, out var item))
        {
            return false;
        }

        var here = new KnownMail(item, commit.Position);
        var found = false;
        foreach (var happened in commit.Events)
        {
            found |= happened switch
            {
                MessageReceived { Personal.Content: { } content } received => await CameInAsync(here, received, content, cancellationToken),
                EffectRequested { Attempt: 1 } requested => await GoesOutAsync(here, requested.Effect, cancellationToken),
                EffectSucceeded { Personal: { } done } sent => await WentOutAsync(here, sent.Effect, done.Reference, cancellationToken),
                _ => false,
            };
        }

        return found;
    }

    /// <summary>What a program or a list sends is no answer of anybody's, nor is a mail of ours that came back.</summary>
    private async Task<bool> CameInAsync(KnownMail here, MessageReceived received, MessageContent content, CancellationToken cancellationToken)
    {
        if (received.Authority is not Authority.External || content.CameBack == true)
        {
            return false;
        }

        if (!content.Automatic && await index.FindAsync(content.References, here.Position, here.WorkItem, cancellationToken) is { } answered)
        {
            await TellAsync(answered, here.WorkItem, received.Message, cancellationToken);
        }

        foreach (var id in new[] { content.MailId, content.OriginalMailId }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            await index.KeepAsync(id, here, cancellationToken);
        }

        return (content.MailId ?? content.OriginalMailId) is not null;
    }

    /// <summary>Known before it is sent: an answer may come to a mail of which nobody can tell whether it went out.</summary>
    private async Task<bool> GoesOutAsync(KnownMail here, EffectId effect, CancellationToken cancellationToken)
    {
        var isMail = await IsMailAsync(here, effect, cancellationToken);
        if (isMail)
        {
            await index.KeepAsync(MailIds.NameOf(effect), here, cancellationToken);
        }

        return isMail;
    }

    /// <summary>A server may have given it another Message-ID than ours.</summary>
    private async Task<bool> WentOutAsync(KnownMail here, EffectId effect, string reference, CancellationToken cancellationToken)
    {
        var isNamed = reference.Length <= LongestMailId && reference.Contains('@', StringComparison.Ordinal) && await IsMailAsync(here, effect, cancellationToken);
        if (isNamed)
        {
            await index.KeepAsync(reference, here, cancellationToken);
        }

        return isNamed;
    }

    private async Task<bool> IsMailAsync(KnownMail here, EffectId effect, CancellationToken cancellationToken) =>
        await journal.LoadAsync(StreamId.Of(here.WorkItem), cancellationToken) is WorkItem item && item.FindEffect(effect)?.Line.Kind == EffectKind.EmailSend;

    /// <summary>The clock sees the work item by its wake-up, as after every commit.</summary>
    private async Task TellAsync(WorkItemId answered, WorkItemId reply, MessageId message, CancellationToken cancellationToken) => await journal.AppendAsync(
        new AppendRequest
        {
            Stream = StreamId.Of(answered),
            Cause = "message/" + message,
            Dedupe = vault.DedupeHash($"reply\n{answered}\n{reply}"),
            Decide = at => at.State is WorkItem { Version: > 0, IsForgotten: false } item && !item.Replies.Contains(reply) ? [new ReplyReceived(reply)] : [],
        },
        cancellationToken);
}
