namespace AiOs.Contracts.Knowledge;

/// <summary>Searches memory by words and by meaning at once.</summary>
public interface IRecall
{
    /// <summary>Finds what fits a query best.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The best first; the same memory and query give the same answer.</returns>
    Task<IReadOnlyList<Recalled>> SearchAsync(RecallQuery query, CancellationToken cancellationToken);
}
