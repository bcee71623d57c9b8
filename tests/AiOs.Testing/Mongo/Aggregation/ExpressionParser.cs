using AiOs.Testing.Mongo.Aggregation.Operators;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation;

/// <summary>Reads expressions: field paths, variables, literals and operators.</summary>
internal static class ExpressionParser
{
    private static readonly Dictionary<string, Func<BsonValue, Expression>> Known = new[]
    {
        ComparisonOperators.All, LogicOperators.All, NumberOperators.All, TextOperators.All, DateOperators.All, ArrayOperators.All, ShapeOperators.All,
    }.SelectMany(part => part).ToDictionary(pair => pair.Key, pair => pair.Value);

    public static Expression Parse(BsonValue value) => value switch
    {
        BsonString text when text.Value.StartsWith("$$", StringComparison.Ordinal) => Variable(text.Value[2..]),
        BsonString text when text.Value.StartsWith('$') => Field(text.Value[1..]),
        BsonDocument document => Document(document),
        BsonArray array => Items(array),
        _ => _ => value,
    };

    /// <summary>The operator's arguments: an array's items, or the one value.</summary>
    public static Expression[] Arguments(string name, BsonValue value, int least, int most)
    {
        var items = value is BsonArray array ? array.Select(Parse).ToArray() : [Parse(value)];
        return items.Length >= least && items.Length <= most ? items : throw WrongCount(name, least, most, items.Length);
    }

    private static MongoFault WrongCount(string name, int least, int most, int found) => least == most
        ? new MongoFault(16020, $"Expression {name} takes exactly {least} arguments. {found} were passed in.")
        : new MongoFault(28667, $"Expression {name} takes at least {least} arguments, and at most {most}, but {found} were passed in.");

    /// <summary>A path's value: arrays on the way give an array of what their elements give.</summary>
    public static BsonValue? Walk(BsonValue? value, IReadOnlyList<string> parts, int depth)
    {
        if (depth == parts.Count || value is null)
        {
            return value;
        }

        return value switch
        {
            BsonDocument document => document.TryGetValue(parts[depth], out var found) ? Walk(found, parts, depth + 1) : null,
            BsonArray array => new BsonArray(array.Select(item => item is BsonDocument or BsonArray ? Walk(item, parts, depth) : null).OfType<BsonValue>()),
            _ => null,
        };
    }

    private static Expression Field(string path)
    {
        if (path.Length == 0 || path.Split('.').Any(part => part.Length == 0))
        {
            throw new MongoFault(40353, "FieldPath must not be empty or end with a '.'.");
        }

        var parts = path.Split('.');
        return scope => Walk(scope.Root, parts, 0);
    }

    private static Expression Variable(string path)
    {
        var parts = path.Split('.');
        var (name, rest) = (parts[0], parts[1..]);
        return scope => name switch
        {
            "ROOT" or "CURRENT" => Walk(scope.Root, rest, 0),
            "REMOVE" => null,
            _ => scope.Variables.TryGetValue(name, out var value)
                ? Walk(value, rest, 0)
                : throw new MongoFault(17276, $"Use of undefined variable: {name}"),
        };
    }

    private static Expression Document(BsonDocument document)
    {
        if (document.ElementCount > 0 && document.GetElement(0).Name is var name && name.StartsWith('$'))
        {
            if (document.ElementCount != 1)
            {
                throw new MongoFault(15983, $"An object representing an expression must have exactly one field: {document}");
            }

            return Known.TryGetValue(name, out var make)
                ? make(document.GetElement(0).Value)
                : throw new MongoFault(168, $"Unrecognized expression '{name}'");
        }

        var fields = document.Select(field => (field.Name, Value: Parse(field.Value))).ToArray();
        return scope => new BsonDocument(
            fields.Select(field => (field.Name, Value: field.Value(scope))).Where(field => field.Value is not null).Select(field => new BsonElement(field.Name, field.Value)));
    }

    private static Expression Items(BsonArray array)
    {
        var items = array.Select(Parse).ToArray();
        return scope => new BsonArray(items.Select(item => item(scope) ?? BsonNull.Value));
    }
}
