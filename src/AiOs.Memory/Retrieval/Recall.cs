using AiOs.Contracts.Knowledge;

namespace AiOs.Memory.Retrieval;

/// <summary>
/// Hybrid search: the best by words and the best by meaning, fused by their places, then weighed by what else is known of each piece. Both
/// searches are filtered before they rank, and nothing is looked at that did not pass.
/// </summary>
/// <param name="store">Memory.</param>
/// <param name="meaning">The search by meaning.</param>
internal sealed class Recall(IKnowledgeStore store, MeaningSearch meaning) : IRecall
{
    private const int LeastDepth = 50;
    private const int DepthForEach = 3;
    private const int MostWanted = 100;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Recalled>> SearchAsync(RecallQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Count, MostWanted);
        var depth = Math.Max(LeastDepth, DepthForEach * query.Count);
        var byWords = await store.SearchTextAsync(QueryWords.Of(query.Words), query.Filter, depth, cancellationToken);
        var byMeaning = await meaning.RunAsync(query.Words, query.Filter, depth, cancellationToken);
        var fused = RankFusion.Fuse(byWords, byMeaning);
        var items = await store.FindAsync([.. fused.Select(rank => rank.Item)], cancellationToken);
        return Weigh(query, fused, items);
    }

    private static List<Recalled> Weigh(RecallQuery query, IReadOnlyList<FusedRank> fused, IReadOnlyList<KnowledgeItem> items)
    {
        // A piece may have changed between the searches and now; what does not pass any more is not shown.
        var found = items.Where(query.Filter.Allows).ToDictionary(item => item.Id);
        var conversations = found.Values.Select(item => item.Neighbourhood).OfType<string>().CountBy(name => name).ToDictionary();
        return
        [
            .. fused.Where(rank => found.ContainsKey(rank.Item))
                .Select(rank => (Rank: rank, Item: found[rank.Item]))
                .Select(pair => new Recalled(
                    pair.Item,
                    pair.Rank.Score * RecallFactors.Of(pair.Item, query, pair.Item.Neighbourhood is { } name && conversations[name] > 1),
                    pair.Rank.ByWords,
                    pair.Rank.ByMeaning))
                .OrderByDescending(recalled => recalled.Score)
                .ThenBy(recalled => recalled.Item.Id.Value, StringComparer.Ordinal)
                .Take(query.Count),
        ];
    }
}
