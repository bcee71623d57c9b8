using AiOs.Testing.Mongo.Aggregation;
using AiOs.Testing.Mongo.Filters;
using AiOs.Testing.Mongo.Filters.Text;
using AiOs.Testing.Mongo.Search;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Data;

/// <summary>A collection: its documents in natural order, and its indexes. Not safe for two at once; the peer does one command at a time.</summary>
internal sealed class MongoCollection(string database, string name, BsonDocument options)
{
    private readonly SortedDictionary<long, StoredDocument> _documents = [];
    private readonly List<CollectionIndex> _indexes =
        [new CollectionIndex(new BsonDocument { { "v", 2 }, { "key", new BsonDocument("_id", 1) }, { "name", "_id_" } })];

    private long _next;

    public string Name { get; } = name;

    public string Space { get; } = $"{database}.{name}";

    public BsonDocument Options { get; } = options;

    public BsonBinaryData Uuid { get; } = new(ObjectId.GenerateNewId().ToByteArray().Concat(new byte[4]).ToArray(), BsonBinarySubType.UuidStandard);

    public IReadOnlyList<CollectionIndex> Indexes => _indexes;

    public int Count => _documents.Count;

    /// <summary>Search indexes, in Atlas mode.</summary>
    public List<SearchIndex> SearchIndexes { get; } = [];

    public TextIndexRules? Text => _indexes.Find(index => index.Text is not null)?.Text;

    public IEnumerable<StoredDocument> All => _documents.Values;

    public void Insert(BsonDocument document)
    {
        var number = _next;
        foreach (var index in _indexes)
        {
            index.Check(Space, document, number);
        }

        _next++;
        _documents.Add(number, new StoredDocument(number, document));
        _indexes.ForEach(index => index.Add(document, number));
    }

    public void Replace(StoredDocument stored, BsonDocument document)
    {
        foreach (var index in _indexes)
        {
            index.Check(Space, document, stored.Number);
        }

        _indexes.ForEach(index => index.Remove(stored.Value, stored.Number));
        stored.Value = document;
        _indexes.ForEach(index => index.Add(document, stored.Number));
    }

    public void Delete(StoredDocument stored)
    {
        _indexes.ForEach(index => index.Remove(stored.Value, stored.Number));
        _documents.Remove(stored.Number);
    }

    /// <summary>Builds the index over what is there; documents that break it keep it from coming to be.</summary>
    public void AddIndex(CollectionIndex index)
    {
        foreach (var stored in _documents.Values)
        {
            index.Check(Space, stored.Value, stored.Number);
            index.Add(stored.Value, stored.Number);
        }

        _indexes.Add(index);
    }

    public void RemoveIndex(CollectionIndex index) => _indexes.Remove(index);

    /// <summary>Removes what the indexes with a lifetime let expire; of an array of dates the earliest counts.</summary>
    public int Expire(DateTimeOffset now)
    {
        var gone = _documents.Values.Where(stored => _indexes.Exists(index => index.LetsExpire(stored.Value, now))).ToList();
        gone.ForEach(Delete);
        return gone.Count;
    }

    /// <summary>What matches, by the best index or else in natural order. It is read as it is taken: whoever changes documents takes all first.</summary>
    public IEnumerable<StoredDocument> Find(Filter filter) => Best(filter) is { Worth: > 0 } best
        ? Read(best, filter, backwards: false)
        : _documents.Values.Where(stored => filter.Test(stored.Value));

    /// <summary>What matches, in the order of the sort, if an index gives it that is no worse than others; else null.</summary>
    public IEnumerable<StoredDocument>? FindSorted(Filter filter, SortOrder order)
    {
        var worth = Best(filter).Worth;
        var scan = Scans(filter).FirstOrDefault(scan => scan.Worth == worth && scan.Gives(order) != 0);
        return scan is null ? null : Read(scan, filter, backwards: scan.Gives(order) < 0);
    }

    private IndexScan Best(Filter filter) => Scans(filter).MaxBy(scan => scan.Worth)!;

    private IEnumerable<IndexScan> Scans(Filter filter) =>
        _indexes.Where(index => index.IsWhole).Select(index => IndexScan.Of(index, filter.Bounds));

    private IEnumerable<StoredDocument> Read(IndexScan scan, Filter filter, bool backwards) =>
        scan.Numbers(backwards).Select(number => _documents[number]).Where(stored => filter.Test(stored.Value));
}
