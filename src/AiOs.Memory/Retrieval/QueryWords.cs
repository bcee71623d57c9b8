using AiOs.Memory.Embedding;

namespace AiOs.Memory.Retrieval;

/// <summary>Which words of a query are looked for: a message may hold hundreds, and most of them only hold it together.</summary>
internal static class QueryWords
{
    private const int Most = 24;

    /// <summary>The words that tell most.</summary>
    /// <param name="words">A message, a question, a title.</param>
    /// <returns>At most 24 words as they were typed; all of them where nothing but small words is there.</returns>
    public static string Of(string words)
    {
        var weighed = Folding.Typed(words)
            .Select(typed => (Typed: typed, Folded: string.Concat(Folding.Words(typed))))
            .DistinctBy(word => word.Folded)
            .ToArray();
        var telling = weighed.Where(word => !WordWeights.IsFunction(word.Folded)).ToArray();
        return string.Join(' ', (telling.Length > 0 ? telling : weighed)
            .OrderByDescending(word => WordWeights.Of(word.Folded)).Take(Most).Select(word => word.Typed));
    }
}
