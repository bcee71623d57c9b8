using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation.Operators;

/// <summary>Operators on arrays.</summary>
internal static class ArrayOperators
{
    public static IReadOnlyDictionary<string, Func<BsonValue, Expression>> All { get; } = new Dictionary<string, Func<BsonValue, Expression>>
    {
        ["$size"] = Size,
        ["$in"] = In,
        ["$isArray"] = value => ExpressionParser.Arguments("$isArray", value, 1, 1) is var part ? scope => part[0](scope) is BsonArray : null!,
        ["$arrayElemAt"] = ElementAt,
        ["$concatArrays"] = value => Joined("$concatArrays", value, distinct: false),
        ["$setUnion"] = value => Joined("$setUnion", value, distinct: true),
        ["$slice"] = Slice,
        ["$map"] = Map,
        ["$filter"] = Filtered,
        ["$reduce"] = Reduce,
        ["$range"] = Range,
        ["$first"] = value => ElementOf("$first", value, array => array.Count == 0 ? null : array[0]),
        ["$last"] = value => ElementOf("$last", value, array => array.Count == 0 ? null : array[^1]),
        ["$sum"] = value => Totals("$sum", value, numbers => numbers.Aggregate((BsonValue)0, MongoNumber.Add)),
        ["$avg"] = value => Totals("$avg", value, numbers => numbers.Count == 0 ? BsonNull.Value : numbers.Average(number => number.ToDouble())),
        ["$max"] = value => Extreme("$max", value, all => all.Max(BsonOrder.Instance)),
        ["$min"] = value => Extreme("$min", value, all => all.Min(BsonOrder.Instance)),
    };

    private static Expression Size(BsonValue value)
    {
        var part = ExpressionParser.Arguments("$size", value, 1, 1)[0];
        return scope => part(scope) is var found && found is BsonArray array
            ? array.Count
            : throw new MongoFault(17124, $"The argument to $size must be an array, but was of type: {TypeNames.Of(found)}");
    }

    private static Expression In(BsonValue value)
    {
        var parts = ExpressionParser.Arguments("$in", value, 2, 2);
        return scope => parts[1](scope) is var among && among is BsonArray array
            ? array.Contains(parts[0](scope) ?? BsonNull.Value, BsonOrder.Instance)
            : throw new MongoFault(40081, $"$in requires an array as a second argument, found: {TypeNames.Of(among)}");
    }

    private static Expression ElementAt(BsonValue value)
    {
        var parts = ExpressionParser.Arguments("$arrayElemAt", value, 2, 2);
        return scope =>
        {
            if (parts[0](scope) is not BsonArray array || parts[1](scope) is not { } index)
            {
                return BsonNull.Value;
            }

            var at = (int)MongoNumber.Whole(index, "$arrayElemAt");
            at = at < 0 ? array.Count + at : at;
            return at >= 0 && at < array.Count ? array[at] : null;
        };
    }

    private static Expression Joined(string name, BsonValue value, bool distinct)
    {
        var parts = ExpressionParser.Arguments(name, value, 0, int.MaxValue);
        return scope =>
        {
            var found = parts.Select(part => part(scope)).ToList();
            if (found.Exists(item => item is null or BsonNull))
            {
                return BsonNull.Value;
            }

            var items = found.SelectMany(item => item as BsonArray ?? throw new MongoFault(28664, $"{name} only supports arrays, not {TypeNames.Of(item)}"));
            return new BsonArray(distinct ? items.Distinct(BsonOrder.Instance).Order(BsonOrder.Instance) : items);
        };
    }

    private static Expression Slice(BsonValue value)
    {
        var parts = ExpressionParser.Arguments("$slice", value, 2, 3);
        return scope =>
        {
            if (parts[0](scope) is not BsonArray array)
            {
                return BsonNull.Value;
            }

            var first = parts[1](scope)!.ToInt32();
            if (parts.Length == 2)
            {
                return new BsonArray(first >= 0 ? array.Take(first) : array.TakeLast(-first));
            }

            var start = first >= 0 ? first : Math.Max(0, array.Count + first);
            return new BsonArray(array.Skip(start).Take(parts[2](scope)!.ToInt32()));
        };
    }

    private static Expression Map(BsonValue value)
    {
        var spec = value.AsBsonDocument;
        var (input, body) = (ExpressionParser.Parse(spec["input"]), ExpressionParser.Parse(spec["in"]));
        var name = spec.GetValue("as", "this").AsString;
        return scope => input(scope) is BsonArray array
            ? new BsonArray(array.Select(item => body(scope.With(name, item)) ?? BsonNull.Value))
            : BsonNull.Value;
    }

    private static Expression Filtered(BsonValue value)
    {
        var spec = value.AsBsonDocument;
        var (input, test) = (ExpressionParser.Parse(spec["input"]), ExpressionParser.Parse(spec["cond"]));
        var name = spec.GetValue("as", "this").AsString;
        return scope => input(scope) is BsonArray array
            ? new BsonArray(array.Where(item => Truth.Of(test(scope.With(name, item)))))
            : BsonNull.Value;
    }

    private static Expression Reduce(BsonValue value)
    {
        var spec = value.AsBsonDocument;
        var (input, start, body) = (ExpressionParser.Parse(spec["input"]), ExpressionParser.Parse(spec["initialValue"]), ExpressionParser.Parse(spec["in"]));
        return scope => input(scope) is BsonArray array
            ? array.Aggregate(start(scope), (total, item) => body(scope.With("this", item).With("value", total ?? BsonNull.Value)))
            : BsonNull.Value;
    }

    private static Expression Range(BsonValue value)
    {
        var parts = ExpressionParser.Arguments("$range", value, 2, 3);
        return scope =>
        {
            var (from, to) = (parts[0](scope)!.ToInt32(), parts[1](scope)!.ToInt32());
            var step = parts.Length == 3 ? parts[2](scope)!.ToInt32() : 1;
            var count = step == 0 ? throw new MongoFault(34449, "$range requires a non-zero step value") : Math.Max(0, (to - from + step - Math.Sign(step)) / step);
            return new BsonArray(Enumerable.Range(0, count).Select(at => from + (at * step)));
        };
    }

    private static Expression ElementOf(string name, BsonValue value, Func<BsonArray, BsonValue?> take)
    {
        var part = ExpressionParser.Arguments(name, value, 1, 1)[0];
        return scope => part(scope) switch
        {
            BsonArray array => take(array),
            null or BsonNull => BsonNull.Value,
            var other => throw new MongoFault(28689, $"{name}'s argument must be an array, but is {TypeNames.Of(other)}"),
        };
    }

    private static Expression Totals(string name, BsonValue value, Func<List<BsonValue>, BsonValue> combine)
    {
        var values = Values(name, value);
        return scope => combine([.. values(scope).Where(MongoNumber.Is)]);
    }

    private static Expression Extreme(string name, BsonValue value, Func<List<BsonValue>, BsonValue?> choose)
    {
        var values = Values(name, value);
        return scope => values(scope).Where(item => item is not BsonNull).ToList() is { Count: > 0 } some ? choose(some) : BsonNull.Value;
    }

    /// <summary>One argument that is an array stands for its items; several arguments stand for themselves.</summary>
    private static Func<EvalScope, IEnumerable<BsonValue>> Values(string name, BsonValue value)
    {
        var parts = ExpressionParser.Arguments(name, value, 0, int.MaxValue);
        return scope => parts.Length == 1 && parts[0](scope) is BsonArray array
            ? array
            : parts.Select(part => part(scope)).OfType<BsonValue>();
    }
}
