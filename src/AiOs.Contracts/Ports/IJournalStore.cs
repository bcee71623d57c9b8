using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;

namespace AiOs.Contracts.Ports;

/// <summary>
/// Keeps commits and what is derived from them. One writer per process appends; readers may read at any time and see whole batches only.
/// </summary>
public interface IJournalStore
{
    /// <summary>
    /// Whether no other live process can append while this one has the store open. Then an attempt of an earlier incarnation is known to be over.
    /// </summary>
    bool IsExclusive { get; }

    /// <summary>Where the journal ends.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The head.</returns>
    Task<JournalHead> HeadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Makes a batch durable, in order, each commit with all that belongs to it or not at all. Throws <see cref="PositionTakenException"/> where
    /// another host was first, and <see cref="AiOsException"/> with IsTransient where the store cannot take it now (a full disk) or where its reply
    /// was lost. A store that writes a document for each commit may then have kept the first commits of the batch or all of them: whoever
    /// called reads what stands there. Offering a batch again that is stored whole is no error.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Gives up before the write begins, never in the middle.</param>
    /// <returns>When it is durable.</returns>
    Task AppendAsync(JournalBatch batch, CancellationToken cancellationToken);

    /// <summary>The stream whose commit carries a dedupe hash.</summary>
    /// <param name="dedupe">The keyed hash.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The stream, or nothing.</returns>
    Task<StreamId?> FindDedupeAsync(string dedupe, CancellationToken cancellationToken);

    /// <summary>Every commit of a stream, in order.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The commits; empty where there is no such stream.</returns>
    Task<IReadOnlyList<StoredCommit>> ReadStreamAsync(StreamId stream, CancellationToken cancellationToken);

    /// <summary>A stretch of the journal, in order.</summary>
    /// <param name="from">The first position wanted.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The commits.</returns>
    Task<IReadOnlyList<StoredCommit>> ReadAsync(long from, int count, CancellationToken cancellationToken);

    /// <summary>The wrapped data key of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The key, or nothing where there is none or where it was destroyed.</returns>
    Task<StoredKey?> FindKeyAsync(StreamId stream, CancellationToken cancellationToken);

    /// <summary>Every wrapped data key, by stream name in ordinal order.</summary>
    /// <param name="after">Only those after this stream.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The keys.</returns>
    Task<IReadOnlyList<StoredKey>> ReadKeysAsync(StreamId? after, int count, CancellationToken cancellationToken);

    /// <summary>
    /// Destroys the data keys of streams for good, so that what is sealed under them opens nowhere any more, and takes their links to people away.
    /// No copy of a key stays in any file of the store, its log of writes included, once this returns. Streams without a key are no error.
    /// </summary>
    /// <param name="streams">The streams.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>When it is durable.</returns>
    Task DestroyKeysAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellationToken);

    /// <summary>The streams that hold something about a person.</summary>
    /// <param name="person">The keyed hash of the address.</param>
    /// <param name="prefix">Only streams whose name begins so.</param>
    /// <param name="count">At most so many, newest first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The streams.</returns>
    Task<IReadOnlyList<StreamId>> FindLinkedAsync(string person, string prefix, int count, CancellationToken cancellationToken);

    /// <summary>The work item of an approval.</summary>
    /// <param name="approval">The approval.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The work item, or nothing.</returns>
    Task<WorkItemId?> FindApprovalAsync(ApprovalId approval, CancellationToken cancellationToken);

    /// <summary>Work items, newest first.</summary>
    /// <param name="count">At most so many.</param>
    /// <param name="before">Only those opened before this one.</param>
    /// <param name="openOnly">Only those that are not finished.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The rows.</returns>
    Task<IReadOnlyList<WorkItemRow>> ListWorkItemsAsync(int count, WorkItemId? before, bool openOnly, CancellationToken cancellationToken);

    /// <summary>Open work items whose next step is due.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="count">At most so many, the longest due first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The work items.</returns>
    Task<IReadOnlyList<WorkItemId>> ListDueAsync(DateTimeOffset now, int count, CancellationToken cancellationToken);

    /// <summary>Work items counted.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One row for each state and category that occurs.</returns>
    Task<IReadOnlyList<WorkItemCounts>> CountAsync(CancellationToken cancellationToken);

    /// <summary>Every Record, by id in ordinal order.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The rows.</returns>
    Task<IReadOnlyList<RecordRow>> ListRecordsAsync(CancellationToken cancellationToken);

    /// <summary>The newest snapshot of the ledger.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The snapshot, or nothing.</returns>
    Task<LedgerRow?> ReadLedgerAsync(CancellationToken cancellationToken);

    /// <summary>Puts rows rebuilt from the journal in the place of every projection, all or nothing.</summary>
    /// <param name="projections">All rows.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>When it is durable.</returns>
    Task ReplaceProjectionsAsync(Projections projections, CancellationToken cancellationToken);

    /// <summary>Every projection row, each kind by id: what rebuilt is compared with.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>All rows.</returns>
    Task<Projections> ReadProjectionsAsync(CancellationToken cancellationToken);
}
