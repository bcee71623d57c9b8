using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Threads;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Threads;

/// <summary>
/// Message-IDs and their work items, as keyed hashes and ids only: an entry names nobody, so it may outlive whoever was forgotten, and what it leads to
/// is then no longer found. The first work item that has a Message-ID keeps it: nobody takes over a thread by sending its ids again.
/// </summary>
internal sealed class ThreadIndex(ICursors cursors, Vault vault, WorkspaceJournal journal) : IMailThreads
{
    /// <summary>What stands before the last ones is the same thread's beginning.</summary>
    private const int MostLookedUp = 50;

    public Task<WorkItemId?> FindAsync(IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(references);
        return FindAsync(references, long.MaxValue, except: null, cancellationToken);
    }

    /// <summary>The work item of the last Message-ID that the journal named before a position.</summary>
    public async Task<WorkItemId?> FindAsync(IEnumerable<string> references, long before, WorkItemId? except, CancellationToken cancellationToken)
    {
        foreach (var name in references.Reverse().Take(MostLookedUp).SelectMany(MailIds.NamesOf))
        {
            if (KnownMail.Read(await cursors.FindAsync(CursorOf(name), cancellationToken)) is { } known
                && known.Position < before
                && known.WorkItem != except
                && await journal.LoadAsync(StreamId.Of(known.WorkItem), cancellationToken) is WorkItem { Version: > 0, IsForgotten: false })
            {
                return known.WorkItem;
            }
        }

        return null;
    }

    /// <summary>Keeps a Message-ID, unless it is known already.</summary>
    public Task KeepAsync(string name, KnownMail mail, CancellationToken cancellationToken) =>
        cursors.TryMoveAsync(CursorOf(name), null, mail.ToString(), cancellationToken);

    private string CursorOf(string name) => "thread/" + vault.DedupeHash("thread\n" + name);
}
