using AiOs.Contracts.Journal;

namespace AiOs.Memory;

/// <summary>Works something out of the journal, commit by commit. One thread at a time calls it.</summary>
internal interface IJournalReader
{
    /// <summary>Forgets everything, before the journal is read from its start.</summary>
    void Clear();

    /// <summary>Takes one commit; they come in order.</summary>
    /// <param name="commit">The commit.</param>
    void Take(FeedCommit commit);

    /// <summary>Makes what was taken count.</summary>
    /// <param name="cancellationToken">Gives up; what was taken stays taken.</param>
    /// <returns>When it counts.</returns>
    Task SettleAsync(CancellationToken cancellationToken);
}
