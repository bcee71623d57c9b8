using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;

namespace AiOs.Memory.Retrieval;

/// <summary>
/// Reciprocal rank fusion (Cormack, Clarke, Büttcher 2009): each search gives 1 / (60 + place). Places are compared and not scores, since
/// those of words and of meaning have nothing in common. 60 is the paper's; the place matters, and being found twice matters more.
/// </summary>
internal static class RankFusion
{
    private const double K = 60;

    /// <summary>Puts two answers together.</summary>
    /// <param name="byWords">The best by words first.</param>
    /// <param name="byMeaning">The best by meaning first.</param>
    /// <returns>Each piece once, in no particular order.</returns>
    public static IReadOnlyList<FusedRank> Fuse(IReadOnlyList<KnowledgeScore> byWords, IReadOnlyList<KnowledgeScore> byMeaning)
    {
        var places = new Dictionary<KnowledgeId, FusedRank>();
        for (var index = 0; index < byWords.Count; index++)
        {
            places[byWords[index].Item] = new FusedRank(byWords[index].Item, 1 / (K + index + 1), index + 1, null);
        }

        for (var index = 0; index < byMeaning.Count; index++)
        {
            var id = byMeaning[index].Item;
            var found = places.GetValueOrDefault(id) ?? new FusedRank(id, 0, null, null);
            places[id] = found with { Score = found.Score + (1 / (K + index + 1)), ByMeaning = index + 1 };
        }

        return [.. places.Values];
    }
}
