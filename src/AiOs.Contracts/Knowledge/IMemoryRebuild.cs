namespace AiOs.Contracts.Knowledge;

/// <summary>Works memory out of the journal while nobody follows it: what verbs without a host need.</summary>
public interface IMemoryRebuild
{
    /// <summary>Takes everything away and learns it again.</summary>
    /// <param name="cancellationToken">Gives up; the rest is learned later.</param>
    /// <returns>The position that memory stands at.</returns>
    Task<long> RebuildAsync(CancellationToken cancellationToken);

    /// <summary>Learns what memory lacks up to the journal's end.</summary>
    /// <param name="cancellationToken">Gives up; the rest is learned later.</param>
    /// <returns>When memory has caught up.</returns>
    Task FollowAsync(CancellationToken cancellationToken);
}
