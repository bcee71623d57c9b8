using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using AiOs.Memory.Vectors;

namespace AiOs.Memory.Knowledge;

/// <summary>
/// Where hosts share a store, one of them forgets and the others read of it. What such a host keeps in memory goes then, and so does what it had
/// read while it could, and kept only after the other had looked.
/// </summary>
/// <param name="feed">The journal.</param>
/// <param name="store">Memory.</param>
/// <param name="index">The vectors in memory.</param>
/// <param name="isShared">Whether other hosts write to the store.</param>
internal sealed class ForgottenElsewhere(IJournalFeed feed, IKnowledgeStore store, VectorIndex index, bool isShared)
{
    private IReadOnlyList<StreamId> _before = [];

    /// <summary>Looks whether somebody was forgotten.</summary>
    /// <param name="commits">A stretch of the journal.</param>
    /// <param name="batch">What was kept of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When nothing of it is left here.</returns>
    public async Task FollowAsync(IReadOnlyList<FeedCommit> commits, KnowledgeBatch batch, CancellationToken cancellationToken)
    {
        StreamId[] sources = [.. batch.Items.Select(item => item.Source).Distinct()];
        if (isShared && commits.Any(commit => commit.Events.Any(happened => happened is ForgettingCompleted)))
        {
            // What was read before that is in this stretch or in the last one: the keys went before it was journalled.
            await DropAsync([.. _before.Union(sources)], cancellationToken);
            await index.ResetAsync(cancellationToken);
        }

        _before = sources;
    }

    private async Task DropAsync(IReadOnlyList<StreamId> sources, CancellationToken cancellationToken)
    {
        var gone = new List<StreamId>();
        foreach (var source in sources)
        {
            // Whatever teaches has words in its stream; where none can be read any more its key is gone.
            var stream = await feed.ReadStreamAsync(source, cancellationToken);
            if (!stream.Any(commit => commit.Events.Any(happened => happened.PersonalPart is not null)))
            {
                gone.Add(source);
            }
        }

        if (gone.Count > 0)
        {
            await store.ForgetAsync(gone, cancellationToken);
        }
    }
}
