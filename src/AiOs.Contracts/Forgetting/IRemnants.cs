namespace AiOs.Contracts.Forgetting;

/// <summary>Places beside the stores where copies of personal data lie: files that were written or taken in.</summary>
public interface IRemnants
{
    /// <summary>Takes away what belongs to somebody who is forgotten. What is gone already is no error.</summary>
    /// <param name="what">Who and what is forgotten.</param>
    /// <param name="cancellationToken">Gives up; it is done again from the start later.</param>
    /// <returns>How many files were taken away.</returns>
    Task<int> RemoveAsync(ForgottenSubject what, CancellationToken cancellationToken);
}
