using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation.Operators;

/// <summary>Arithmetic. Null or missing makes the whole null; a date and a number make a date.</summary>
internal static class NumberOperators
{
    public static IReadOnlyDictionary<string, Func<BsonValue, Expression>> All { get; } = new Dictionary<string, Func<BsonValue, Expression>>
    {
        ["$add"] = Add,
        ["$subtract"] = Subtract,
        ["$multiply"] = value => Fold("$multiply", value, MongoNumber.Multiply, 1),
        ["$divide"] = value => Pair("$divide", value, Divide),
        ["$mod"] = value => Pair("$mod", value, Mod),
        ["$pow"] = value => Pair("$pow", value, (one, other) => Math.Pow(one.ToDouble(), other.ToDouble())),
        ["$abs"] = value => Single("$abs", value, number => MongoNumber.Compare(number, 0) < 0 ? MongoNumber.Subtract(0, number) : number),
        ["$ceil"] = value => Single("$ceil", value, number => MongoNumber.IsWhole(number) ? number : Math.Ceiling(number.ToDouble())),
        ["$floor"] = value => Single("$floor", value, number => MongoNumber.IsWhole(number) ? number : Math.Floor(number.ToDouble())),
        ["$sqrt"] = value => Single("$sqrt", value, number => Math.Sqrt(number.ToDouble())),
        ["$ln"] = value => Single("$ln", value, number => Math.Log(number.ToDouble())),
        ["$exp"] = value => Single("$exp", value, number => Math.Exp(number.ToDouble())),
        ["$toInt"] = value => Convert("$toInt", value, found => found.ToInt32()),
        ["$toLong"] = value => Convert("$toLong", value, ToLong),
        ["$toDouble"] = value => Convert("$toDouble", value, found => found.ToDouble()),
    };

    private static bool IsNothing(BsonValue? value) => value is null or BsonNull or BsonUndefined;

    private static BsonValue Need(string name, BsonValue value) => MongoNumber.Is(value)
        ? value
        : throw MongoFault.TypeMismatch($"{name} only supports numeric types, not {TypeNames.Of(value)}");

    private static Expression Add(BsonValue value)
    {
        var parts = ExpressionParser.Arguments("$add", value, 0, int.MaxValue);
        return scope =>
        {
            var found = parts.Select(part => part(scope)).ToList();
            if (found.Exists(IsNothing))
            {
                return BsonNull.Value;
            }

            var dates = found.OfType<BsonDateTime>().ToList();
            var sum = found.Where(item => item is not BsonDateTime).Aggregate((BsonValue)0, (total, item) => MongoNumber.Add(total, Need("$add", item!)));
            return dates.Count switch
            {
                0 => sum,
                1 => new BsonDateTime(dates[0].MillisecondsSinceEpoch + sum.ToInt64()),
                _ => throw new MongoFault(16612, "only one date allowed in an $add expression"),
            };
        };
    }

    private static Expression Subtract(BsonValue value)
    {
        var sides = ExpressionParser.Arguments("$subtract", value, 2, 2);
        return scope => (sides[0](scope), sides[1](scope)) switch
        {
            (null or BsonNull, _) or (_, null or BsonNull) => BsonNull.Value,
            (BsonDateTime one, BsonDateTime other) => one.MillisecondsSinceEpoch - other.MillisecondsSinceEpoch,
            (BsonDateTime one, var other) => new BsonDateTime(one.MillisecondsSinceEpoch - Need("$subtract", other).ToInt64()),
            var (one, other) => MongoNumber.Subtract(Need("$subtract", one), Need("$subtract", other)),
        };
    }

    private static Expression Fold(string name, BsonValue value, Func<BsonValue, BsonValue, BsonValue> combine, BsonValue start)
    {
        var parts = ExpressionParser.Arguments(name, value, 0, int.MaxValue);
        return scope =>
        {
            var found = parts.Select(part => part(scope)).ToList();
            return found.Exists(IsNothing) ? BsonNull.Value : found.Aggregate(start, (total, item) => combine(total, Need(name, item!)));
        };
    }

    private static Expression Pair(string name, BsonValue value, Func<BsonValue, BsonValue, BsonValue> combine)
    {
        var sides = ExpressionParser.Arguments(name, value, 2, 2);
        return scope => sides[0](scope) is not { } one || sides[1](scope) is not { } other || IsNothing(one) || IsNothing(other)
            ? BsonNull.Value
            : combine(Need(name, one), Need(name, other));
    }

    private static BsonValue Divide(BsonValue one, BsonValue other) => other.ToDouble() == 0
        ? throw MongoFault.BadValue("can't $divide by zero")
        : one.ToDouble() / other.ToDouble();

    private static BsonValue Mod(BsonValue one, BsonValue other)
    {
        if (other.ToDouble() == 0)
        {
            throw new MongoFault(16610, "can't $mod by zero");
        }

        if (!MongoNumber.IsWhole(one) || !MongoNumber.IsWhole(other))
        {
            return one.ToDouble() % other.ToDouble();
        }

        var rest = one.ToInt64() % other.ToInt64();
        return one.BsonType == BsonType.Int32 && other.BsonType == BsonType.Int32 ? new BsonInt32((int)rest) : new BsonInt64(rest);
    }

    private static Expression Single(string name, BsonValue value, Func<BsonValue, BsonValue> change)
    {
        var part = ExpressionParser.Arguments(name, value, 1, 1)[0];
        return scope => part(scope) is { } found && !IsNothing(found) ? change(Need(name, found)) : BsonNull.Value;
    }

    private static Expression Convert(string name, BsonValue value, Func<BsonValue, BsonValue> change)
    {
        var part = ExpressionParser.Arguments(name, value, 1, 1)[0];
        return scope =>
        {
            var found = part(scope);
            if (IsNothing(found))
            {
                return BsonNull.Value;
            }

            try
            {
                return change(found!);
            }
            catch (Exception error) when (error is FormatException or InvalidCastException or NotSupportedException or OverflowException)
            {
                throw new MongoFault(241, $"Failed to convert '{found}' in {name}");
            }
        };
    }

    private static BsonValue ToLong(BsonValue value) => value is BsonDateTime date ? date.MillisecondsSinceEpoch : value.ToInt64();
}
