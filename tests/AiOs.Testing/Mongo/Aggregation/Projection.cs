using AiOs.Testing.Mongo.Filters;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation;

/// <summary>A projection: it either names what stays or what goes, never both, save for _id.</summary>
internal static class Projection
{
    public static Func<EvalScope, BsonDocument> Parse(BsonDocument spec)
    {
        var root = new ProjectionNode();
        foreach (var field in spec)
        {
            root.Add(field.Name.Split('.'), 0, field.Value);
        }

        var exclusion = IsExclusion(spec);
        var keepId = !spec.TryGetValue("_id", out var id) || Truth.Of(id);
        if (!exclusion && keepId && !spec.Contains("_id"))
        {
            root.Add(["_id"], 0, 1);
        }

        return scope => exclusion ? root.Exclude(scope.Root, scope) : root.Include(scope.Root, scope);
    }

    /// <summary>For find, which also takes $slice and $elemMatch.</summary>
    public static Func<EvalScope, BsonDocument> ParseForFind(BsonDocument spec)
    {
        var special = spec.Where(field => field.Value is BsonDocument value && (value.Contains("$slice") || value.Contains("$elemMatch"))).ToList();
        if (special.Count == 0)
        {
            return spec.ElementCount == 0 ? scope => scope.Root : Parse(spec);
        }

        var plain = (BsonDocument)spec.DeepClone();
        special.ForEach(field => plain.Remove(field.Name));
        var sliceOnly = plain.ElementCount == 0 && special.TrueForAll(field => field.Value.AsBsonDocument.Contains("$slice"));
        if (!sliceOnly && !IsExclusion(plain))
        {
            special.ForEach(field => plain[field.Name] = 1);
        }

        var first = plain.ElementCount == 0 && !sliceOnly ? Parse(new BsonDocument(special.Select(field => new BsonElement(field.Name, 1)))) : plain.ElementCount == 0 ? scope => scope.Root : Parse(plain);
        var changes = special.Select(field => (field.Name, Change: Special(field.Value.AsBsonDocument))).ToArray();
        return scope => changes.Aggregate((BsonDocument)first(scope).DeepClone(), (document, change) => Changed(document, change.Name, change.Change));
    }

    private static BsonDocument Changed(BsonDocument document, string name, Func<BsonArray, BsonArray?> change)
    {
        if (document.GetValue(name, BsonNull.Value) is not BsonArray array)
        {
            return document;
        }

        if (change(array) is { } next)
        {
            document[name] = next;
        }
        else
        {
            document.Remove(name);
        }

        return document;
    }

    private static Func<BsonArray, BsonArray?> Special(BsonDocument value)
    {
        if (value.TryGetValue("$slice", out var slice))
        {
            return slice is BsonArray pair
                ? array => [.. array.Skip(pair[0].ToInt32() < 0 ? Math.Max(0, array.Count + pair[0].ToInt32()) : pair[0].ToInt32()).Take(pair[1].ToInt32())]
                : array => slice.ToInt32() >= 0 ? [.. array.Take(slice.ToInt32())] : [.. array.TakeLast(-slice.ToInt32())];
        }

        var test = FilterParser.Simple(new BsonDocument("v", value));
        return array => array.FirstOrDefault(item => test(new BsonDocument("v", new BsonArray { item }))) is { } hit ? [hit] : null;
    }

    private static bool IsExclusion(BsonDocument spec)
    {
        var kinds = spec.Where(field => field.Name != "_id").Select(field => Excludes(field.Value)).OfType<bool>().Distinct().ToList();
        return kinds.Count switch
        {
            0 => spec.TryGetValue("_id", out var id) && Excludes(id) == true,
            1 => kinds[0],
            _ => throw new MongoFault(31254, "Cannot do exclusion in inclusion projection, or inclusion in exclusion projection"),
        };
    }

    /// <summary>True for 0, false for 1 and for what is computed, nothing for what is both ($meta).</summary>
    private static bool? Excludes(BsonValue value) => value switch
    {
        BsonDocument { ElementCount: > 0 } inner when inner.GetElement(0).Name == "$meta" => null,
        BsonDocument { ElementCount: > 0 } inner when !inner.GetElement(0).Name.StartsWith('$') => inner.Values.Select(Excludes).FirstOrDefault(kind => kind is not null),
        BsonBoolean truth => !truth.Value,
        _ when MongoNumber.Is(value) => value.ToDouble() == 0,
        _ => false,
    };
}
