using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Filters;

/// <summary>The conditions on one field: each is asked of the value and, where the server does so, of every element of an array.</summary>
internal static class FieldOperators
{
    public static DocumentTest Equality(BsonPath path, BsonValue value) =>
        value is BsonRegularExpression regex ? Elementwise(path, Matching(regex)) : Elementwise(path, EqualTo(value));

    public static DocumentTest Compile(BsonPath path, BsonDocument operators)
    {
        if (operators.Contains("$options") && !operators.Contains("$regex"))
        {
            throw MongoFault.BadValue("$options needs a $regex");
        }

        var tests = operators.Elements
            .Where(element => element.Name != "$options")
            .Select(element => One(path, element.Name, element.Value, operators))
            .ToArray();
        return tests.Length == 1 ? tests[0] : document => Array.TrueForAll(tests, test => test(document));
    }

    private static DocumentTest One(BsonPath path, string name, BsonValue value, BsonDocument whole) => name switch
    {
        "$eq" => Elementwise(path, EqualTo(value)),
        "$ne" => Not(value is BsonRegularExpression ? throw MongoFault.BadValue("Can't have regex as arg to $ne.") : Elementwise(path, EqualTo(value))),
        "$gt" => Elementwise(path, Ordered(value, order => order > 0, orEqual: false)),
        "$gte" => Elementwise(path, Ordered(value, order => order >= 0, orEqual: true)),
        "$lt" => Elementwise(path, Ordered(value, order => order < 0, orEqual: false)),
        "$lte" => Elementwise(path, Ordered(value, order => order <= 0, orEqual: true)),
        "$in" => Elementwise(path, In(name, value)),
        "$nin" => Not(Elementwise(path, In(name, value))),
        "$exists" => Exists(path, Truth.Of(value)),
        "$regex" => Elementwise(path, Matching(RegexOf(value, whole))),
        "$size" => SizeIs(path, value),
        "$all" => All(path, value),
        "$elemMatch" => ElemMatch(path, value),
        "$type" => TypeIs(path, value),
        "$mod" => Elementwise(path, Mod(value)),
        "$not" => Not(Negated(path, value)),
        "$bitsAllSet" or "$bitsAllClear" or "$bitsAnySet" or "$bitsAnyClear" or "$geoWithin" or "$geoIntersects" or "$near" or "$nearSphere"
            => throw MongoFault.NotServed(name),
        _ => throw MongoFault.BadValue($"unknown operator: {name}"),
    };

    private static DocumentTest Elementwise(BsonPath path, Func<BsonValue?, bool> test) =>
        document => path.Any(document, end => test(end) || (end is BsonArray array && array.Any(test)));

    private static DocumentTest Not(DocumentTest test) => document => !test(document);

    private static Func<BsonValue?, bool> EqualTo(BsonValue value) => value switch
    {
        BsonNull => end => end is null or BsonNull or BsonUndefined,
        BsonUndefined => throw MongoFault.BadValue("cannot compare to undefined"),
        _ => end => end is not null && BsonOrder.Instance.Compare(end, value) == 0,
    };

    private static Func<BsonValue?, bool> Ordered(BsonValue value, Func<int, bool> test, bool orEqual)
    {
        if (value is BsonNull)
        {
            return end => orEqual && end is null or BsonNull;
        }

        if (value is BsonMinKey or BsonMaxKey)
        {
            return end => end is not null && test(BsonOrder.Instance.Compare(end, value));
        }

        if (value is BsonRegularExpression)
        {
            throw MongoFault.BadValue("Can't have RegEx as arg to predicate over field");
        }

        var (kind, nan) = (BsonOrder.Kind(value), MongoNumber.IsNaN(value));
        return end => end is not null && BsonOrder.Kind(end) == kind
            && (nan || MongoNumber.IsNaN(end) ? orEqual && nan && MongoNumber.IsNaN(end) : test(BsonOrder.Instance.Compare(end, value)));
    }

    private static Func<BsonValue?, bool> In(string name, BsonValue value)
    {
        var wanted = (value as BsonArray ?? throw MongoFault.BadValue($"{name} needs an array")).ToList();
        if (wanted.OfType<BsonDocument>().Any(item => item.ElementCount > 0 && item.GetElement(0).Name.StartsWith('$')))
        {
            throw MongoFault.BadValue($"cannot nest $ under {name}");
        }

        var regexes = wanted.OfType<BsonRegularExpression>().Select(Matching).ToArray();
        var values = wanted.ToHashSet(BsonOrder.Instance);
        var nothing = wanted.Any(item => item is BsonNull);
        return end => end is null or BsonUndefined ? nothing : values.Contains(end) || Array.Exists(regexes, test => test(end));
    }

    private static DocumentTest Exists(BsonPath path, bool wanted) => document => path.Any(document, end => end is not null) == wanted;

    private static Func<BsonValue?, bool> Matching(BsonRegularExpression regex)
    {
        var compiled = regex.ToRegex();
        return end => end switch
        {
            BsonString text => compiled.IsMatch(text.Value),
            BsonSymbol symbol => compiled.IsMatch(symbol.Name),
            BsonRegularExpression same => BsonOrder.Instance.Compare(same, regex) == 0,
            _ => false,
        };
    }

    private static BsonRegularExpression RegexOf(BsonValue value, BsonDocument whole)
    {
        var given = value switch
        {
            BsonRegularExpression regex => regex,
            BsonString pattern => new BsonRegularExpression(pattern.Value, string.Empty),
            _ => throw MongoFault.BadValue("$regex has to be a string"),
        };
        return whole.TryGetValue("$options", out var options) ? new BsonRegularExpression(given.Pattern, options.AsString) : given;
    }

    private static DocumentTest SizeIs(BsonPath path, BsonValue value)
    {
        var size = MongoNumber.Whole(value, "$size");
        return size < 0
            ? throw MongoFault.BadValue("$size may not be negative")
            : document => path.Any(document, end => end is BsonArray array && array.Count == size);
    }

    private static DocumentTest All(BsonPath path, BsonValue value)
    {
        var wanted = value as BsonArray ?? throw MongoFault.BadValue("$all needs an array");
        var tests = wanted.Select(item => item is BsonDocument condition && condition.Contains("$elemMatch")
            ? ElemMatch(path, condition["$elemMatch"])
            : Equality(path, item)).ToArray();
        return tests.Length == 0 ? _ => false : document => Array.TrueForAll(tests, test => test(document));
    }

    private static DocumentTest ElemMatch(BsonPath path, BsonValue value)
    {
        var condition = value as BsonDocument ?? throw MongoFault.BadValue("$elemMatch needs an Object");
        var byValue = FilterParser.IsOperators(condition) && condition.GetElement(0).Name is not ("$and" or "$or" or "$nor" or "$expr");
        Func<BsonValue, bool> test;
        if (byValue)
        {
            var inner = Compile(new BsonPath("v"), condition);
            test = element => inner(new BsonDocument("v", element));
        }
        else
        {
            var inner = FilterParser.Simple(condition);
            test = element => element is BsonDocument document && inner(document);
        }

        return document => path.Any(document, end => end is BsonArray array && array.Any(test));
    }

    private static DocumentTest TypeIs(BsonPath path, BsonValue value)
    {
        var types = (value is BsonArray many ? many : [value]).SelectMany(TypeNames.Read).ToHashSet();
        return types.Count == 0
            ? throw MongoFault.FailedToParse("type must match at least one type")
            : Elementwise(path, end => end is not null && types.Contains(end.BsonType));
    }

    private static Func<BsonValue?, bool> Mod(BsonValue value)
    {
        if (value is not BsonArray { Count: 2 } pair || !pair.All(MongoNumber.Is))
        {
            throw MongoFault.BadValue("malformed mod, needs to be an array of two numbers");
        }

        var (divisor, remainder) = (pair[0].ToInt64(), pair[1].ToInt64());
        return divisor == 0
            ? throw MongoFault.BadValue("divisor cannot be 0")
            : end => end is not null && MongoNumber.Is(end) && !MongoNumber.IsNaN(end) && end.ToInt64() % divisor == remainder;
    }

    private static DocumentTest Negated(BsonPath path, BsonValue value) => value switch
    {
        BsonRegularExpression regex => Elementwise(path, Matching(regex)),
        BsonDocument { ElementCount: > 0 } condition when FilterParser.IsOperators(condition) => Compile(path, condition),
        _ => throw MongoFault.BadValue("$not needs a regex or a document"),
    };
}
