using AiOs.Testing.Mongo.Aggregation;
using AiOs.Testing.Mongo.Filters.Text;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Filters;

/// <summary>Reads a filter. What it does not know it refuses with the server's code.</summary>
/// <param name="scope">Variables and clock of the command, for $expr.</param>
/// <param name="text">The collection's text index, when it has one.</param>
internal sealed class FilterParser(EvalScope scope, TextIndexRules? text)
{
    private readonly List<FilterBound> _bounds = [];
    private TextQuery? _text;

    public static Filter Parse(BsonDocument filter, EvalScope scope, TextIndexRules? text)
    {
        var parser = new FilterParser(scope, text);
        var test = parser.All(filter, isTop: true);
        if (parser._text is not null && !text!.Prefix.All(field => parser._bounds.Exists(bound => bound.Path == field && bound.Side == BoundSide.Equal)))
        {
            throw new MongoFault(
                291,
                "error processing query: planner returned error: failed to use text index to satisfy $text query (if text index is compound, are equality predicates given for all prefix fields?)");
        }

        return new Filter(test, parser._bounds, parser._text);
    }

    /// <summary>A filter in a place that has neither text index nor variables.</summary>
    public static DocumentTest Simple(BsonDocument filter) => Parse(filter, EvalScope.Empty, null).Test;

    private DocumentTest All(BsonDocument filter, bool isTop)
    {
        var tests = filter.Elements.Select(element => One(element.Name, element.Value, isTop)).ToArray();
        return tests.Length switch
        {
            0 => _ => true,
            1 => tests[0],
            _ => document => Array.TrueForAll(tests, test => test(document)),
        };
    }

    private DocumentTest One(string name, BsonValue value, bool isTop)
    {
        if (!name.StartsWith('$'))
        {
            return Field(name, value, isTop);
        }

        switch (name)
        {
            case "$and":
                var all = Clauses(name, value).Select(clause => All(clause, isTop)).ToArray();
                return document => Array.TrueForAll(all, test => test(document));
            case "$or":
                var any = Clauses(name, value).Select(clause => All(clause, isTop: false)).ToArray();
                return document => Array.Exists(any, test => test(document));
            case "$nor":
                var none = Clauses(name, value).Select(clause => All(clause, isTop: false)).ToArray();
                return document => !Array.Exists(none, test => test(document));
            case "$expr":
                var expression = ExpressionParser.Parse(value);
                return document => Truth.Of(expression(scope.With(document)));
            case "$text":
                return Text(value);
            case "$comment":
                return _ => true;
            default:
                throw Unknown(name);
        }
    }

    private static MongoFault Unknown(string name) => name is "$where" or "$jsonSchema"
        ? MongoFault.NotServed(name)
        : MongoFault.BadValue($"unknown top level operator: {name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.");

    private DocumentTest Text(BsonValue value)
    {
        if (text is null)
        {
            throw new MongoFault(27, "text index required for $text query");
        }

        _text = _text is null ? TextQuery.Read(value, text) : throw MongoFault.BadValue("Too many text expressions");
        return _text.Matches;
    }

    private static IEnumerable<BsonDocument> Clauses(string name, BsonValue value)
    {
        if (value is not BsonArray array)
        {
            throw MongoFault.BadValue($"{name} must be an array");
        }

        return array.Count == 0
            ? throw MongoFault.BadValue($"{name} argument must be a non-empty array")
            : array.Select(item => item as BsonDocument ?? throw MongoFault.BadValue($"{name} argument's entries must be objects"));
    }

    private DocumentTest Field(string path, BsonValue condition, bool isTop)
    {
        var parsed = new BsonPath(path);
        if (condition is BsonDocument operators && IsOperators(operators))
        {
            if (isTop)
            {
                _bounds.AddRange(operators.Elements.SelectMany(element => BoundsOf(path, element.Name, element.Value)));
            }

            return FieldOperators.Compile(parsed, operators);
        }

        if (isTop)
        {
            _bounds.AddRange(BoundsOf(path, "$eq", condition));
        }

        return FieldOperators.Equality(parsed, condition);
    }

    public static bool IsOperators(BsonDocument value) =>
        value.ElementCount > 0 && value.GetElement(0).Name.StartsWith('$') && value.GetElement(0).Name is not ("$ref" or "$id" or "$db");

    private static IEnumerable<FilterBound> BoundsOf(string path, string operation, BsonValue value)
    {
        var sides = value is BsonArray or BsonRegularExpression or BsonMinKey or BsonMaxKey or BsonNull || MongoNumber.IsNaN(value) ? [] : operation switch
        {
            "$eq" => new[] { BoundSide.Equal },
            "$gt" or "$gte" => [BoundSide.AtLeast],
            "$lt" or "$lte" => [BoundSide.AtMost],
            _ => [],
        };
        return sides.Select(side => new FilterBound(path, side, value));
    }
}
