using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using AiOs.Memory.Embedding;

namespace AiOs.Memory.Knowledge;

/// <summary>Brings memory up to the journal, step by step.</summary>
/// <param name="feed">The journal.</param>
/// <param name="store">Memory.</param>
/// <param name="learner">Works the journal out.</param>
/// <param name="forgotten">Looks whom another host forgot.</param>
/// <param name="models">The models.</param>
internal sealed class MemoryKeeper(IJournalFeed feed, IKnowledgeStore store, Learner learner, ForgottenElsewhere forgotten, EmbeddingModels models) : IMemoryRebuild
{
    private const int Stretch = 256;

    /// <summary>Learns the next stretch.</summary>
    /// <param name="after">Up to which position this host has learned; less than what is kept changes nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Up to which position it has learned now; the same where there is nothing new.</returns>
    public async Task<long> StepAsync(long after, CancellationToken cancellationToken)
    {
        var commits = await feed.ReadAsync(after, Stretch, cancellationToken);
        if (commits.Count == 0)
        {
            return after;
        }

        var batch = await learner.LearnAsync(commits, cancellationToken);
        await store.ApplyAsync(batch, cancellationToken);
        await forgotten.FollowAsync(commits, batch, cancellationToken);
        return commits[^1].Position;
    }

    /// <summary>Learns all that there is.</summary>
    /// <param name="cancellationToken">Gives up; what was learned stays.</param>
    /// <returns>Up to which position.</returns>
    public async Task<long> CatchUpAsync(CancellationToken cancellationToken)
    {
        var position = await store.PositionAsync(cancellationToken);
        while (await StepAsync(position, cancellationToken) is var next && next != position)
        {
            position = next;
        }

        return position;
    }

    /// <inheritdoc/>
    public async Task<long> RebuildAsync(CancellationToken cancellationToken)
    {
        await store.ClearAsync(cancellationToken);
        models.Uncover();
        return await CatchUpAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task FollowAsync(CancellationToken cancellationToken) => CatchUpAsync(cancellationToken);
}
