using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Threads;

/// <summary>Knows which work item a mail belongs to, of the mails that came in and of those that went out.</summary>
public interface IMailThreads
{
    /// <summary>
    /// The work item that a mail answers. A Message-ID is no secret: that somebody names one says what they answer, not who they are.
    /// </summary>
    /// <param name="references">The Message-IDs that the mail refers to, oldest first, without angle brackets (RFC 5322 section 3.6.4).</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The work item of the last one that is known; nothing where none is, or where it was forgotten. What came in a moment ago may not be known yet.</returns>
    Task<WorkItemId?> FindAsync(IReadOnlyList<string> references, CancellationToken cancellationToken);
}
