using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Data;

/// <summary>The keys that a document has in an index: one, or one per element of the array on the way.</summary>
internal sealed class IndexKeys(IReadOnlyList<BsonPath> paths)
{
    /// <summary>A missing field is null. An empty array is "undefined", below null.</summary>
    public IReadOnlyList<IReadOnlyList<BsonValue>> Of(BsonDocument document, out bool many)
    {
        List<IReadOnlyList<BsonValue>> keys = [];
        many = Expand([.. paths.Select(path => new Walk(path, 0, document, Ended: false).ToNextArray())], keys);
        return keys;
    }

    /// <summary>True when the document has one of the fields, which is when a sparse index holds it.</summary>
    public bool AnyPresent(BsonDocument document) => paths.Any(path => path.Any(document, end => end is not null));

    private static bool Expand(Walk[] walks, List<IReadOnlyList<BsonValue>> keys)
    {
        var array = walks.FirstOrDefault(walk => walk.AtArray)?.Value as BsonArray;
        if (array is null)
        {
            keys.Add([.. walks.Select(walk => walk.Value ?? BsonNull.Value)]);
            return false;
        }

        if (walks.Any(walk => walk.AtArray && !ReferenceEquals(walk.Value, array)))
        {
            throw new MongoFault(171, "cannot index parallel arrays");
        }

        IEnumerable<BsonValue> elements = array.Count == 0 ? [BsonUndefined.Value] : array;
        foreach (var element in elements)
        {
            Expand([.. walks.Select(walk => walk.AtArray ? walk.Into(element) : walk)], keys);
        }

        return true;
    }

    private sealed record Walk(BsonPath Path, int Depth, BsonValue? Value, bool Ended)
    {
        public bool AtArray => Value is BsonArray && !Ended;

        /// <summary>At the path's end an element stands as it is; before it, only documents lead on.</summary>
        public Walk Into(BsonValue element) => Depth == Path.Parts.Count
            ? this with { Value = element, Ended = true }
            : element is BsonDocument ? (this with { Value = element }).ToNextArray() : this with { Value = null, Ended = true };

        public Walk ToNextArray()
        {
            var (value, depth) = (Value, Depth);
            while (value is not null && depth < Path.Parts.Count)
            {
                var part = Path.Parts[depth];
                if (value is BsonArray array)
                {
                    if (!BsonPath.IsPosition(part, out var at) || at >= array.Count)
                    {
                        break;
                    }

                    value = array[at];
                }
                else
                {
                    value = value is BsonDocument document && document.TryGetValue(part, out var found) ? found : null;
                }

                depth++;
            }

            return this with { Value = value, Depth = depth, Ended = value is null };
        }
    }
}
