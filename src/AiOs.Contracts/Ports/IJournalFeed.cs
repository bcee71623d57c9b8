using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;

namespace AiOs.Contracts.Ports;

/// <summary>Lets others follow the journal and work something out of it. It can always be read again from the start.</summary>
public interface IJournalFeed
{
    /// <summary>A stretch of the journal, in order, opened.</summary>
    /// <param name="after">Only commits after this position; 0 for all.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The commits; empty where there are none yet.</returns>
    Task<IReadOnlyList<FeedCommit>> ReadAsync(long after, int count, CancellationToken cancellationToken);

    /// <summary>Every commit of a stream, in order, opened.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The commits; empty where there is no such stream.</returns>
    Task<IReadOnlyList<FeedCommit>> ReadStreamAsync(StreamId stream, CancellationToken cancellationToken);

    /// <summary>Waits until this process knows of a commit after a position. Where other hosts write too, it may know later than they.</summary>
    /// <param name="after">The position.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>When there is something to read.</returns>
    Task WaitAsync(long after, CancellationToken cancellationToken);

    /// <summary>How a person is called where nobody is to be named: a keyed hash of the address.</summary>
    /// <param name="address">The address; case and spaces around it make no difference.</param>
    /// <returns><c>person/</c> and 32 hexadecimal digits.</returns>
    string SubjectOf(string address);
}
