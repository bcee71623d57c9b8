using AiOs.Testing.Mongo.Filters;
using AiOs.Testing.Mongo.Filters.Text;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Data;

/// <summary>One index: its entries in order, and what it forbids.</summary>
internal sealed class CollectionIndex
{
    private readonly SortedSet<IndexEntry> _entries = [];
    private readonly IndexKeys _keys;
    private readonly DocumentTest? _partial;
    private readonly bool _unique;
    private readonly bool _sparse;

    public CollectionIndex(BsonDocument spec)
    {
        Spec = spec;
        Paths = [.. spec["key"].AsBsonDocument.Names.Select(name => new BsonPath(name))];
        _keys = new IndexKeys(Paths);
        _unique = Truth.Of(spec.GetValue("unique", false)) || Name == "_id_";
        _sparse = Truth.Of(spec.GetValue("sparse", false));
        _partial = spec.TryGetValue("partialFilterExpression", out var partial) ? FilterParser.Simple(partial.AsBsonDocument) : null;
        Text = spec["key"].AsBsonDocument.Values.Any(kind => kind == "text") ? new TextIndexRules(spec) : null;
    }

    /// <summary>As listIndexes tells it.</summary>
    public BsonDocument Spec { get; }

    public string Name => Spec["name"].AsString;

    public IReadOnlyList<BsonPath> Paths { get; }

    public TextIndexRules? Text { get; }

    public bool IsMultikey { get; private set; }

    /// <summary>True when every document of the collection is in it, so that a search may go by it alone.</summary>
    public bool IsWhole => _partial is null && !_sparse && Text is null;

    public void Check(string space, BsonDocument document, long number)
    {
        if (!_unique || !Holds(document))
        {
            return;
        }

        foreach (var key in _keys.Of(document, out _).Where(key => Between(key, key).Any(entry => entry.Number != number)))
        {
            throw Duplicate(space, key);
        }
    }

    public void Add(BsonDocument document, long number)
    {
        if (Text is null && Holds(document))
        {
            foreach (var key in _keys.Of(document, out var many))
            {
                IsMultikey |= many;
                _entries.Add(new IndexEntry(key, number));
            }
        }
    }

    public void Remove(BsonDocument document, long number)
    {
        if (Text is null && Holds(document))
        {
            foreach (var key in _keys.Of(document, out _))
            {
                _entries.Remove(new IndexEntry(key, number));
            }
        }
    }

    /// <summary>The documents whose key begins between the two, by their keys, each once.</summary>
    public IEnumerable<long> Numbers(IReadOnlyList<BsonValue> low, IReadOnlyList<BsonValue> high, bool backwards)
    {
        var entries = Between(Padded(low, BsonMinKey.Value), Padded(high, BsonMaxKey.Value));
        var numbers = (backwards ? entries.Reverse() : entries).Select(entry => entry.Number);
        return IsMultikey ? numbers.Distinct() : numbers;
    }

    private IReadOnlyList<BsonValue> Padded(IReadOnlyList<BsonValue> key, BsonValue with) =>
        [.. key, .. Enumerable.Repeat(with, Paths.Count - key.Count)];

    private SortedSet<IndexEntry> Between(IReadOnlyList<BsonValue> low, IReadOnlyList<BsonValue> high) =>
        _entries.GetViewBetween(new IndexEntry(low, long.MinValue), new IndexEntry(high, long.MaxValue));

    private bool Holds(BsonDocument document) =>
        (_partial is null || _partial(document)) && (!_sparse || _keys.AnyPresent(document));

    /// <summary>True when the index has a lifetime, and the document is of it and past it.</summary>
    public bool LetsExpire(BsonDocument document, DateTimeOffset now)
    {
        if (!Spec.TryGetValue("expireAfterSeconds", out var seconds) || Paths.Count != 1 || !Holds(document))
        {
            return false;
        }

        var last = now.AddSeconds(-seconds.ToDouble()).ToUnixTimeMilliseconds();
        return Paths[0].Any(document, end => (end is BsonArray array ? array : [end!]).OfType<BsonDateTime>().Any(date => date.MillisecondsSinceEpoch <= last));
    }

    private MongoFault Duplicate(string space, IReadOnlyList<BsonValue> key)
    {
        var pattern = Spec["key"].AsBsonDocument;
        var value = new BsonDocument(pattern.Names.Zip(key, (name, part) => new BsonElement(name, part)));
        return new MongoFault(11000, $"E11000 duplicate key error collection: {space} index: {Name} dup key: {value}")
        {
            Details = new BsonDocument { { "keyPattern", pattern.DeepClone() }, { "keyValue", value } },
        };
    }
}
