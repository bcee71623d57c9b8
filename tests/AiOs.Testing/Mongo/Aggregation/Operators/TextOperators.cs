using System.Globalization;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation.Operators;

/// <summary>Operators on strings.</summary>
internal static class TextOperators
{
    public static IReadOnlyDictionary<string, Func<BsonValue, Expression>> All { get; } = new Dictionary<string, Func<BsonValue, Expression>>
    {
        ["$concat"] = Concat,
        ["$toLower"] = value => Single("$toLower", value, text => text.ToLowerInvariant()),
        ["$toUpper"] = value => Single("$toUpper", value, text => text.ToUpperInvariant()),
        ["$strLenCP"] = value => Single("$strLenCP", value, text => text.EnumerateRunes().Count()),
        ["$toString"] = value => ToText(ExpressionParser.Arguments("$toString", value, 1, 1)[0]),
        ["$substrCP"] = Substring,
        ["$split"] = Split,
        ["$regexMatch"] = RegexMatch,
    };

    private static Expression Concat(BsonValue value)
    {
        var parts = ExpressionParser.Arguments("$concat", value, 0, int.MaxValue);
        return scope =>
        {
            var found = parts.Select(part => part(scope)).ToList();
            return found.Exists(item => item is null or BsonNull)
                ? BsonNull.Value
                : string.Concat(found.Select(item => item is BsonString text
                    ? text.Value
                    : throw new MongoFault(16702, $"$concat only supports strings, not {TypeNames.Of(item)}")));
        };
    }

    private static Expression Single(string name, BsonValue value, Func<string, BsonValue> change)
    {
        var part = ExpressionParser.Arguments(name, value, 1, 1)[0];
        return scope => part(scope) switch
        {
            null or BsonNull when name == "$strLenCP" => throw new MongoFault(34471, "$strLenCP requires a string argument"),
            null or BsonNull => string.Empty,
            BsonString text => change(text.Value),
            var other => throw MongoFault.TypeMismatch($"{name} requires a string argument, found: {TypeNames.Of(other)}"),
        };
    }

    private static Expression ToText(Expression part) => scope => part(scope) switch
    {
        null or BsonNull => BsonNull.Value,
        BsonString text => text,
        BsonBoolean truth => truth.Value ? "true" : "false",
        BsonObjectId id => id.Value.ToString(),
        BsonDateTime date => date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        { } number when MongoNumber.Is(number) => number.ToString(),
        var other => throw new MongoFault(241, $"Unsupported conversion from {TypeNames.Of(other)} to string in $convert with no onError value"),
    };

    private static Expression Substring(BsonValue value)
    {
        var parts = ExpressionParser.Arguments("$substrCP", value, 3, 3);
        return scope =>
        {
            var runes = (parts[0](scope) is BsonString text ? text.Value : string.Empty).EnumerateRunes();
            var (start, length) = (parts[1](scope)!.ToInt32(), parts[2](scope)!.ToInt32());
            return string.Concat(runes.Skip(start).Take(length).Select(rune => rune.ToString()));
        };
    }

    private static Expression Split(BsonValue value)
    {
        var parts = ExpressionParser.Arguments("$split", value, 2, 2);
        return scope => parts[0](scope) is BsonString text && parts[1](scope) is BsonString by
            ? new BsonArray(text.Value.Split(by.Value))
            : BsonNull.Value;
    }

    private static Expression RegexMatch(BsonValue value)
    {
        var spec = value.AsBsonDocument;
        var (input, regex) = (ExpressionParser.Parse(spec["input"]), ExpressionParser.Parse(spec["regex"]));
        var options = spec.GetValue("options", string.Empty).AsString;
        return scope => input(scope) is BsonString text && (regex(scope) switch
        {
            BsonRegularExpression given => given.ToRegex(),
            { } pattern => new BsonRegularExpression(pattern.AsString, options).ToRegex(),
            null => throw new MongoFault(51105, "$regexMatch needs 'regex' to be of type string or regex"),
        }).IsMatch(text.Value);
    }
}
