using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Updates;

/// <summary>Writes at a dotted path, and makes the documents on the way.</summary>
internal static class PathWriter
{
    public static void Set(BsonDocument document, BsonPath path, BsonValue value)
    {
        BsonValue at = document;
        for (var depth = 0; depth < path.Parts.Count - 1; depth++)
        {
            at = Child(at, path.Parts[depth]) ?? Put(at, path.Parts[depth], new BsonDocument());
        }

        Put(at, path.Parts[^1], value);
    }

    /// <summary>Takes the field away; an element of an array becomes null, so that the others keep their places.</summary>
    public static void Unset(BsonDocument document, BsonPath path)
    {
        BsonValue? at = document;
        for (var depth = 0; depth < path.Parts.Count - 1 && at is not null; depth++)
        {
            at = Child(at, path.Parts[depth]);
        }

        if (at is BsonDocument last)
        {
            last.Remove(path.Parts[^1]);
        }
        else if (at is BsonArray array && BsonPath.IsPosition(path.Parts[^1], out var place) && place < array.Count)
        {
            array[place] = BsonNull.Value;
        }
    }

    private static BsonValue? Child(BsonValue value, string part) => value switch
    {
        BsonDocument document => document.TryGetValue(part, out var found) ? found : null,
        BsonArray array => BsonPath.IsPosition(part, out var at) && at < array.Count ? array[at] : null,
        _ => null,
    };

    private static BsonValue Put(BsonValue into, string part, BsonValue value)
    {
        switch (into)
        {
            case BsonDocument document:
                document[part] = value;
                return value;
            case BsonArray array when BsonPath.IsPosition(part, out var at) && at < array.Count + 1_500_000:
                while (array.Count <= at)
                {
                    array.Add(BsonNull.Value);
                }

                array[at] = value;
                return value;
            default:
                throw new MongoFault(28, $"Cannot create field '{part}' in element {{{into}}}");
        }
    }
}
