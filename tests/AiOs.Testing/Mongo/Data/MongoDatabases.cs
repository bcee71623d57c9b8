using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Data;

/// <summary>All databases of the peer. They outlive its listener, as files outlive a server.</summary>
internal sealed class MongoDatabases
{
    private readonly SortedDictionary<string, SortedDictionary<string, MongoCollection>> _all = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _all.Where(database => database.Value.Count > 0).Select(database => database.Key);

    public MongoCollection? Find(string database, string name) =>
        _all.TryGetValue(database, out var collections) && collections.TryGetValue(name, out var collection) ? collection : null;

    public MongoCollection Need(string database, string name) => Find(database, name) ?? Create(database, name, []);

    public MongoCollection Create(string database, string name, BsonDocument options)
    {
        if (string.IsNullOrEmpty(name) || name.Contains('$', StringComparison.Ordinal))
        {
            throw new MongoFault(73, $"Invalid collection name: {name}");
        }

        if (!_all.TryGetValue(database, out var collections))
        {
            _all[database] = collections = new SortedDictionary<string, MongoCollection>(StringComparer.Ordinal);
        }

        return collections[name] = new MongoCollection(database, name, options);
    }

    public IReadOnlyList<MongoCollection> Collections(string database) =>
        _all.TryGetValue(database, out var collections) ? [.. collections.Values] : [];

    public bool Drop(string database, string name) => _all.TryGetValue(database, out var collections) && collections.Remove(name);

    public bool Drop(string database) => _all.Remove(database);
}
