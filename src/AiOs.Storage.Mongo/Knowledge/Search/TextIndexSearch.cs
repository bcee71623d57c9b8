using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Knowledge.Search;

/// <summary>
/// Search by words where the server has no search engine: the text index finds what passes the filter and has a word, and BM25 ranks it here, since
/// the index's own score does not know that a rare word says more. Only what passes the filter is counted, so that nothing else leaves a trace.
/// </summary>
internal sealed class TextIndexSearch(MongoPlace place)
{
    private const double K = 1.2;
    private const double B = 0.5;
    private const double UsualSize = 600;
    private const int TitleWeight = 2;
    private const int MostRanked = 2000;

    private IMongoCollection<BsonDocument> Items => place.In(Collections.Knowledge);

    public async Task<IReadOnlyList<KnowledgeScore>> SearchAsync(IReadOnlyList<string> words, KnowledgeFilter filter, int count, CancellationToken cancellationToken)
    {
        var matching = await CountAsync(words, filter, cancellationToken);
        if (matching == 0)
        {
            return [];
        }

        var having = await Task.WhenAll(words.Select(word => words.Count == 1 ? Task.FromResult(matching) : CountAsync([word], filter, cancellationToken)));
        var weights = words.Zip(having, (word, with) => (Word: word, Having: with, Weight: Math.Log(1 + ((double)matching / Math.Max(1, with))))).ToList();
        var documents = await Items.Find(Filter(Rarest(weights, matching), filter))
            .Project<BsonDocument>(new BsonDocument { { "item", 1 }, { "title", 1 }, { "text", 1 }, { "score", new BsonDocument("$meta", "textScore") } })
            .Sort(new BsonDocument("score", new BsonDocument("$meta", "textScore"))).Limit(MostRanked).ToListAsync(cancellationToken);
        return [.. documents
            .Select(document => new KnowledgeScore(new KnowledgeId(document["item"].AsString), Score(document, weights)))
            .Where(score => score.Score > 0)
            .OrderByDescending(score => score.Score).ThenBy(score => score.Item.Value, StringComparer.Ordinal).Take(count)];
    }

    /// <summary>The filter with <c>$text</c>; a word is letters and digits by now, so it can be no phrase and no negation.</summary>
    /// <param name="words">The words.</param>
    /// <param name="filter">Which pieces.</param>
    /// <returns>The filter as the server gets it.</returns>
    internal BsonDocument Filter(IEnumerable<string> words, KnowledgeFilter filter) => KnowledgeMatch.Of(place.Workspace, filter)
        .Add("$text", new BsonDocument { { "$search", string.Join(' ', words) }, { "$language", "none" } });

    /// <summary>Where too many pieces match to rank them all, only those with one of the rarest words are looked at: common words decide little.</summary>
    private static IEnumerable<string> Rarest(List<(string Word, long Having, double Weight)> words, long matching)
    {
        long sum = 0;
        return matching <= MostRanked
            ? words.Select(word => word.Word)
            : words.Where(word => word.Having > 0).OrderBy(word => word.Having).TakeWhile((word, index) => (sum += word.Having) <= MostRanked || index == 0).Select(word => word.Word);
    }

    private static double Score(BsonDocument document, List<(string Word, long Having, double Weight)> words)
    {
        var (title, text) = (document["title"].AsString, document["text"].AsString);
        var times = new Dictionary<string, int>();
        foreach (var word in Words.Of(title).Select(Words.Plain))
        {
            times[word] = times.GetValueOrDefault(word) + TitleWeight;
        }

        foreach (var word in Words.Of(text).Select(Words.Plain))
        {
            times[word] = times.GetValueOrDefault(word) + 1;
        }

        var length = K * (1 - B + (B * (title.Length + text.Length) / UsualSize));
        return words.Sum(word => times.TryGetValue(Words.Plain(word.Word), out var count) ? word.Weight * count * (K + 1) / (count + length) : 0);
    }

    private Task<long> CountAsync(IEnumerable<string> words, KnowledgeFilter filter, CancellationToken cancellationToken) =>
        Items.CountDocumentsAsync(Filter(words, filter), cancellationToken: cancellationToken);
}
