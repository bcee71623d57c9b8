using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation.Operators;

/// <summary>Operators on dates. All in UTC: a time zone is not served.</summary>
internal static class DateOperators
{
    public static IReadOnlyDictionary<string, Func<BsonValue, Expression>> All { get; } = new Dictionary<string, Func<BsonValue, Expression>>
    {
        ["$dateAdd"] = value => Move("$dateAdd", value, 1),
        ["$dateSubtract"] = value => Move("$dateSubtract", value, -1),
        ["$dateDiff"] = Difference,
        ["$toDate"] = value => ToDate(ExpressionParser.Arguments("$toDate", value, 1, 1)[0]),
        ["$year"] = value => Part("$year", value, date => date.Year),
        ["$month"] = value => Part("$month", value, date => date.Month),
        ["$dayOfMonth"] = value => Part("$dayOfMonth", value, date => date.Day),
        ["$hour"] = value => Part("$hour", value, date => date.Hour),
        ["$minute"] = value => Part("$minute", value, date => date.Minute),
        ["$second"] = value => Part("$second", value, date => date.Second),
    };

    private static Expression Move(string name, BsonValue value, int sign)
    {
        var spec = Known(name, value, "startDate", "unit", "amount");
        var (start, unit, amount) = (ExpressionParser.Parse(spec["startDate"]), ExpressionParser.Parse(spec["unit"]), ExpressionParser.Parse(spec["amount"]));
        return scope => (start(scope), unit(scope), amount(scope)) switch
        {
            (BsonDateTime date, BsonString of, { } count) when MongoNumber.Is(count) =>
                new BsonDateTime(Shift(date.ToUniversalTime(), of.Value, sign * count.ToInt64())),
            (null or BsonNull, _, _) or (_, null or BsonNull, _) or (_, _, null or BsonNull) => BsonNull.Value,
            _ => throw new MongoFault(5166403, $"{name} requires startDate to be convertible to a date, unit to be a string and amount to be a number"),
        };
    }

    private static DateTime Shift(DateTime date, string unit, long amount) => unit switch
    {
        "millisecond" => date.AddMilliseconds(amount),
        "second" => date.AddSeconds(amount),
        "minute" => date.AddMinutes(amount),
        "hour" => date.AddHours(amount),
        "day" => date.AddDays(amount),
        "week" => date.AddDays(7 * amount),
        "month" => date.AddMonths((int)amount),
        "quarter" => date.AddMonths((int)(3 * amount)),
        "year" => date.AddYears((int)amount),
        _ => throw MongoFault.FailedToParse($"unknown time unit value: {unit}"),
    };

    private static Expression Difference(BsonValue value)
    {
        var spec = Known("$dateDiff", value, "startDate", "endDate", "unit");
        var (start, end, unit) = (ExpressionParser.Parse(spec["startDate"]), ExpressionParser.Parse(spec["endDate"]), ExpressionParser.Parse(spec["unit"]));
        return scope => start(scope) is BsonDateTime from && end(scope) is BsonDateTime to && unit(scope) is BsonString of
            ? Borders(to, of.Value) - Borders(from, of.Value)
            : BsonNull.Value;
    }

    /// <summary>The server counts how many borders of the unit lie between, not how many units have passed.</summary>
    private static long Borders(BsonDateTime date, string unit)
    {
        var (milliseconds, at) = (date.MillisecondsSinceEpoch, date.ToUniversalTime());
        return unit switch
        {
            "millisecond" => milliseconds,
            "second" => Floor(milliseconds, 1000),
            "minute" => Floor(milliseconds, 60_000),
            "hour" => Floor(milliseconds, 3_600_000),
            "day" => Floor(milliseconds, 86_400_000),
            "month" => (12L * at.Year) + at.Month,
            "year" => at.Year,
            _ => throw MongoFault.FailedToParse($"unknown time unit value: {unit}"),
        };
    }

    private static long Floor(long value, long by) => (long)Math.Floor((double)value / by);

    private static Expression ToDate(Expression part) => scope => part(scope) switch
    {
        null or BsonNull => BsonNull.Value,
        BsonDateTime date => date,
        BsonObjectId id => new BsonDateTime(id.Value.CreationTime),
        BsonString text when DateTimeOffset.TryParse(text.Value, null, System.Globalization.DateTimeStyles.AssumeUniversal, out var parsed) =>
            new BsonDateTime(parsed.ToUnixTimeMilliseconds()),
        { } number when MongoNumber.Is(number) => new BsonDateTime(number.ToInt64()),
        var other => throw new MongoFault(241, $"Unsupported conversion from {TypeNames.Of(other)} to date in $convert with no onError value"),
    };

    private static Expression Part(string name, BsonValue value, Func<DateTime, BsonValue> take)
    {
        var part = ExpressionParser.Arguments(name, value, 1, 1)[0];
        return scope => part(scope) switch
        {
            null or BsonNull => BsonNull.Value,
            BsonDateTime date => take(date.ToUniversalTime()),
            var other => throw new MongoFault(16006, $"can't convert from BSON type {TypeNames.Of(other)} to Date"),
        };
    }

    private static BsonDocument Known(string name, BsonValue value, params string[] fields)
    {
        var spec = value as BsonDocument ?? throw new MongoFault(5166400, $"{name} expects an object as its argument");
        if (spec.Names.FirstOrDefault(field => !fields.Contains(field)) is { } odd)
        {
            throw odd == "timezone" ? MongoFault.NotServed($"{name} with a timezone") : new MongoFault(5166401, $"Unrecognized argument to {name}: {odd}");
        }

        return fields.FirstOrDefault(field => !spec.Contains(field)) is { } absent
            ? throw new MongoFault(5166402, $"{name} requires {absent} to be present")
            : spec;
    }
}
