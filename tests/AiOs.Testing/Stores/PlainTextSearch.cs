using AiOs.Contracts.Knowledge;

namespace AiOs.Testing.Stores;

/// <summary>BM25 over some pieces and over nothing else; the embedded store counts by the same formula.</summary>
internal static class PlainTextSearch
{
    private const double K = 1.2;
    private const double B = 0.5;
    private const double UsualSize = 600;

    /// <summary>Finds pieces by their words.</summary>
    /// <param name="pieces">Those that may be found.</param>
    /// <param name="words">Words of a person.</param>
    /// <param name="count">At most so many.</param>
    /// <returns>The best first, ties by id.</returns>
    public static List<KnowledgeScore> Run(IEnumerable<KnowledgeItem> pieces, string words, int count)
    {
        var terms = PlainTerms.Of(words).Distinct().Take(64).Order(StringComparer.Ordinal).ToArray();
        var matching = pieces.Select(item => (Item: item, Times: terms.Select(Counter(item)).ToArray())).Where(piece => piece.Times.Any(times => times > 0)).ToArray();
        var weights = terms.Select((_, index) => Math.Log(1 + ((double)matching.Length / Math.Max(1, matching.Count(piece => piece.Times[index] > 0))))).ToArray();
        return
        [
            .. matching.Select(piece => new KnowledgeScore(piece.Item.Id, Score(piece.Item, piece.Times, weights)))
                .OrderByDescending(score => score.Score)
                .ThenBy(score => score.Item.Value, StringComparer.Ordinal)
                .Take(count),
        ];
    }

    private static Func<string, int> Counter(KnowledgeItem item)
    {
        var (title, text) = (PlainTerms.Of(item.Title), PlainTerms.Of(item.Text));
        return term => (2 * title.Count(word => word == term)) + text.Count(word => word == term);
    }

    private static double Score(KnowledgeItem item, int[] times, double[] weights)
    {
        var length = K * (1 - B + (B * (item.Title.Length + item.Text.Length) / UsualSize));
        return times.Zip(weights, (count, weight) => count == 0 ? 0 : weight * count * (K + 1) / (count + length)).Sum();
    }
}
