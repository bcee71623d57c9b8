using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using AiOs.Memory.Embedding;

namespace AiOs.Memory.Knowledge;

/// <summary>Works a stretch of the journal out into a batch. The same journal gives the same pieces, however it is cut into stretches.</summary>
/// <param name="feed">The journal.</param>
/// <param name="store">Memory.</param>
internal sealed class Learner(IJournalFeed feed, IKnowledgeStore store)
{
    private readonly WorkLessons _work = new(feed.SubjectOf);

    /// <summary>Learns.</summary>
    /// <param name="commits">A stretch of the journal, not empty.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What it changes, with vectors of our own.</returns>
    public async Task<KnowledgeBatch> LearnAsync(IReadOnlyList<FeedCommit> commits, CancellationToken cancellationToken)
    {
        var items = new Dictionary<KnowledgeId, KnowledgeItem>();
        var removed = new HashSet<KnowledgeId>();
        foreach (var commit in commits)
        {
            foreach (var lesson in await LessonsAsync(commit, cancellationToken))
            {
                await TakeAsync(lesson, items, removed, cancellationToken);
            }
        }

        return new KnowledgeBatch(commits[^1].Position)
        {
            Items = [.. items.Values],
            Vectors = [.. items.Values.Select(item => new KnowledgeVector(item.Id, LocalEmbedding.ModelId, LocalEmbedding.Embed(EmbeddedText.Of(item))))],
            Removed = [.. removed],
        };
    }

    private async Task<List<Lesson>> LessonsAsync(FeedCommit commit, CancellationToken cancellationToken)
    {
        var stream = commit.Events.Any(WorkLessons.NeedsStream) ? await feed.ReadStreamAsync(commit.Stream, cancellationToken) : [];
        return
        [
            .. commit.Stream.Value.StartsWith(NoteLessons.Prefix, StringComparison.Ordinal)
                ? commit.Events.SelectMany(happened => NoteLessons.Of(commit, happened, stream))
                : commit.Events.SelectMany(happened => _work.Of(commit, happened, stream)).Select(item => new Lesson.Keep(item)),
        ];
    }

    private async Task TakeAsync(
        Lesson lesson, Dictionary<KnowledgeId, KnowledgeItem> items, HashSet<KnowledgeId> removed, CancellationToken cancellationToken)
    {
        switch (lesson)
        {
            case Lesson.Keep keep:
                items[keep.Item.Id] = keep.Item;
                break;
            case Lesson.Supersede supersede:
                if (await FindAsync(supersede.Earlier, items, removed, cancellationToken) is { } earlier)
                {
                    items[earlier.Id] = earlier with { SupersededBy = supersede.By, ValidTo = earlier.ValidTo ?? supersede.From };
                }

                break;
            case Lesson.Withdraw withdraw:
                items.Remove(withdraw.Note);
                removed.Add(withdraw.Note);
                if (withdraw.Restored is { } restored && await FindAsync(restored, items, removed, cancellationToken) is { } kept && kept.SupersededBy == withdraw.Note)
                {
                    items[restored] = NoteLessons.Standing(await feed.ReadStreamAsync(new StreamId(restored.Value), cancellationToken)) ?? kept with { SupersededBy = null };
                }

                break;
            default:
                throw new InvalidOperationException($"There is no lesson {lesson.GetType().Name}.");
        }
    }

    private async Task<KnowledgeItem?> FindAsync(
        KnowledgeId id, Dictionary<KnowledgeId, KnowledgeItem> items, HashSet<KnowledgeId> removed, CancellationToken cancellationToken) =>
        removed.Contains(id) ? null
        : items.TryGetValue(id, out var item) ? item
        : (await store.FindAsync([id], cancellationToken)).SingleOrDefault();
}
