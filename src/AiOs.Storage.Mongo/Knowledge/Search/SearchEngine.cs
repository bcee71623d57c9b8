using System.Collections.Concurrent;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Mongo.Database;
using Microsoft.Extensions.Logging;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Knowledge.Search;

/// <summary>
/// MongoDB's own search engine, where the server has one (Atlas, a local Atlas, or Community beside mongot). The server is asked; its indexes are
/// made where they are missing, and used as soon as it says that they answer. A search that fails is done the other way for a while.
/// </summary>
internal sealed partial class SearchEngine(MongoPlace place, TimeProvider time, ILogger<SearchEngine> logger)
{
    private const int AlreadyExists = 68;
    private const int DuplicateName = 85;

    private static readonly TimeSpan UntilReady = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _notBefore = new();
    private readonly ConcurrentDictionary<string, bool> _ready = new();
    private volatile bool _isAbsent;

    private IMongoCollection<BsonDocument> Items => place.In(Collections.Knowledge);

    /// <summary>Whether the server said that it has no search engine.</summary>
    public bool IsAbsent => _isAbsent;

    /// <summary>Search by words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="filter">Which pieces.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The best first, or nothing where there is no search engine now.</returns>
    public Task<IReadOnlyList<KnowledgeScore>?> ByWordsAsync(IReadOnlyList<string> words, KnowledgeFilter filter, int count, CancellationToken cancellationToken) =>
        SearchAsync(SearchIndexes.Words, SearchPipelines.ByWords(words, place.Workspace, filter, count), score => score, cancellationToken);

    /// <summary>Search by meaning.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="filter">Which pieces.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The best first by cosine, or nothing where there is no search engine now.</returns>
    public Task<IReadOnlyList<KnowledgeScore>?> ByMeaningAsync(KnowledgeVector query, KnowledgeFilter filter, int count, CancellationToken cancellationToken)
    {
        // The engine's score of a cosine is (1 + cosine) / 2.
        return VectorField.IsZero(query.Values)
            ? Task.FromResult<IReadOnlyList<KnowledgeScore>?>(null)
            : SearchAsync(
                SearchIndexes.Vectors(new VectorField(query.Model), query.Values.Length),
                SearchPipelines.ByMeaning(query, place.Workspace, filter, count),
                score => (2 * score) - 1,
                cancellationToken);
    }

    /// <summary>Asks the server whether it has a search engine.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether.</returns>
    public async Task<bool> IsPresentAsync(CancellationToken cancellationToken)
    {
        if (!_isAbsent)
        {
            await ListAsync(SearchIndexes.WordsName, cancellationToken);
        }

        return !_isAbsent;
    }

    private async Task<IReadOnlyList<KnowledgeScore>?> SearchAsync(
        CreateSearchIndexModel index, BsonDocument[] pipeline, Func<double, double> score, CancellationToken cancellationToken)
    {
        if (!await CanUseAsync(index, cancellationToken))
        {
            return null;
        }

        try
        {
            var found = await Items.Aggregate<BsonDocument>(pipeline, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
            return [.. found
                .Select(document => new KnowledgeScore(new KnowledgeId(document["item"].AsString), score(document["score"].ToDouble())))
                .OrderByDescending(one => one.Score).ThenBy(one => one.Item.Value, StringComparer.Ordinal)];
        }
        catch (MongoCommandException fault)
        {
            _ready.TryRemove(index.Name, out _);
            _notBefore[index.Name] = time.GetUtcNow() + AfterFault;
            LogFallsBack(logger, index.Name, fault.Code);
            return null;
        }
    }

    private async Task<bool> CanUseAsync(CreateSearchIndexModel index, CancellationToken cancellationToken)
    {
        if (_isAbsent || _ready.ContainsKey(index.Name))
        {
            return !_isAbsent;
        }

        if (_notBefore.TryGetValue(index.Name, out var later) && time.GetUtcNow() < later)
        {
            return false;
        }

        _notBefore[index.Name] = time.GetUtcNow() + UntilReady;
        var listed = await ListAsync(index.Name, cancellationToken);
        if (listed is null && !_isAbsent)
        {
            await CreateAsync(index, cancellationToken);
            listed = await ListAsync(index.Name, cancellationToken);
        }

        return listed?.GetValue("queryable", false).ToBoolean() == true && _ready.TryAdd(index.Name, true) | true;
    }

    private async Task<BsonDocument?> ListAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            using var cursor = await Items.SearchIndexes.ListAsync(name, cancellationToken: cancellationToken);
            return await cursor.FirstOrDefaultAsync(cancellationToken);
        }
        catch (MongoCommandException fault) when (fault is not (MongoNotPrimaryException or MongoNodeIsRecoveringException))
        {
            _isAbsent = true;
            LogAbsent(logger, fault.Code);
            return null;
        }
    }

    private async Task CreateAsync(CreateSearchIndexModel index, CancellationToken cancellationToken)
    {
        try
        {
            await Items.SearchIndexes.CreateOneAsync(index, cancellationToken);
        }
        catch (MongoCommandException fault) when (fault.Code is AlreadyExists or DuplicateName)
        {
            // Another host made it in this moment.
        }
        catch (MongoCommandException fault)
        {
            _notBefore[index.Name] = time.GetUtcNow() + AfterFault;
            LogFallsBack(logger, index.Name, fault.Code);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The MongoDB server has no search engine (code {Code}); words are looked up in its text index, vectors are compared exactly.")]
    private static partial void LogAbsent(ILogger logger, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index {Index} does not answer (code {Code}); searches do without it for some minutes.")]
    private static partial void LogFallsBack(ILogger logger, string index, int code);
}
