using System.Globalization;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Values;

/// <summary>A dotted path, and how the server walks it: through documents by name, through arrays by position or by every element.</summary>
internal sealed class BsonPath(string text)
{
    public string Text { get; } = text;

    public IReadOnlyList<string> Parts { get; } = text.Split('.');

    public static bool IsPosition(string part, out int at) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out at) && (part.Length == 1 || part[0] != '0');

    /// <summary>True when any end of the path satisfies; an end that is not there is null (C#'s).</summary>
    public bool Any(BsonValue root, Func<BsonValue?, bool> test) => Any(root, 0, test);

    /// <summary>Every end of the path, with missing ends as null (C#'s).</summary>
    public IReadOnlyList<BsonValue?> Ends(BsonValue root)
    {
        List<BsonValue?> ends = [];
        Any(root, end =>
        {
            ends.Add(end);
            return false;
        });
        return ends;
    }

    /// <summary>The one value that a path of plain documents leads to; null (C#'s) when a part is missing.</summary>
    public BsonValue? Plain(BsonDocument root)
    {
        BsonValue? at = root;
        foreach (var part in Parts)
        {
            at = Step(at, part);
        }

        return at;
    }

    private static BsonValue? Step(BsonValue? value, string part) => value switch
    {
        BsonDocument document when document.TryGetValue(part, out var found) => found,
        BsonArray array when IsPosition(part, out var at) && at < array.Count => array[at],
        _ => null,
    };

    private bool Any(BsonValue value, int depth, Func<BsonValue?, bool> test)
    {
        if (depth == Parts.Count)
        {
            return test(value);
        }

        return value switch
        {
            BsonDocument document => document.TryGetValue(Parts[depth], out var found) ? Any(found, depth + 1, test) : test(null),
            BsonArray array => AnyElement(array, depth, test),
            _ => test(null),
        };
    }

    private bool AnyElement(BsonArray array, int depth, Func<BsonValue?, bool> test)
    {
        if (depth == 0)
        {
            return test(null);
        }

        if (IsPosition(Parts[depth], out var at) && at < array.Count && Any(array[at], depth + 1, test))
        {
            return true;
        }

        return array.Any(element => element is BsonDocument && Any(element, depth, test));
    }
}
