using AiOs.Testing.Mongo.Aggregation;
using AiOs.Testing.Mongo.Filters;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Updates;

/// <summary>The modifiers of arrays.</summary>
internal static class ArrayModifier
{
    private static readonly string[] PushParts = ["$each", "$slice", "$sort", "$position"];

    public static void Apply(Modifier modifier, BsonDocument document)
    {
        var old = modifier.Path.Plain(document);
        if (old is not null and not BsonArray)
        {
            throw MongoFault.BadValue(
                $"The field '{modifier.Path.Text}' must be an array but is of type {TypeNames.Of(old)} in document {{_id: {document.GetValue("_id", BsonNull.Value)}}}");
        }

        if (old is null && modifier.Operation is "$pull" or "$pullAll" or "$pop")
        {
            return;
        }

        var array = old as BsonArray ?? [];
        PathWriter.Set(document, modifier.Path, modifier.Operation switch
        {
            "$push" => Push(array, modifier.Argument),
            "$addToSet" => AddToSet(array, modifier.Argument),
            "$pull" => Without(array, Pulled(modifier.Argument)),
            "$pullAll" => Without(array, modifier.Argument.AsBsonArray.ToHashSet(BsonOrder.Instance).Contains),
            _ => Pop(array, modifier.Argument),
        });
    }

    private static BsonArray Push(BsonArray array, BsonValue argument)
    {
        if (argument is not BsonDocument parts || !parts.Contains("$each"))
        {
            return [.. array, argument.DeepClone()];
        }

        if (parts.Names.FirstOrDefault(name => !PushParts.Contains(name)) is { } odd)
        {
            throw MongoFault.BadValue($"Unrecognized clause in $push: {odd}");
        }

        List<BsonValue> next = [.. array];
        var at = parts.TryGetValue("$position", out var place) ? (int)MongoNumber.Whole(place, "$position") : next.Count;
        next.InsertRange(at < 0 ? Math.Max(0, next.Count + at) : Math.Min(at, next.Count), parts["$each"].AsBsonArray);
        if (parts.TryGetValue("$sort", out var sort))
        {
            next = Sorted(next, sort);
        }

        return parts.TryGetValue("$slice", out var slice) ? Sliced(next, (int)MongoNumber.Whole(slice, "$slice")) : [.. next];
    }

    private static List<BsonValue> Sorted(List<BsonValue> items, BsonValue sort)
    {
        if (sort is BsonDocument pattern)
        {
            var order = SortOrder.Parse(pattern);
            return [.. items.Order(Comparer<BsonValue>.Create((one, other) => order.Compare(one as BsonDocument ?? [], other as BsonDocument ?? [])))];
        }

        return sort.ToInt32() < 0 ? [.. items.OrderDescending(BsonOrder.Instance)] : [.. items.Order(BsonOrder.Instance)];
    }

    private static BsonArray Sliced(List<BsonValue> items, int slice) =>
        slice >= 0 ? [.. items.Take(slice)] : [.. items.TakeLast(-slice)];

    private static BsonArray AddToSet(BsonArray array, BsonValue argument)
    {
        var items = argument is BsonDocument parts && parts.Contains("$each") ? parts["$each"].AsBsonArray : [argument];
        BsonArray next = [.. array];
        foreach (var item in items.Where(item => !next.Contains(item, BsonOrder.Instance)))
        {
            next.Add(item.DeepClone());
        }

        return next;
    }

    private static BsonArray Without(BsonArray array, Func<BsonValue, bool> gone) => [.. array.Where(item => !gone(item))];

    private static Func<BsonValue, bool> Pulled(BsonValue argument)
    {
        if (argument is BsonDocument condition && !FilterParser.IsOperators(condition))
        {
            var test = FilterParser.Simple(condition);
            return item => item is BsonDocument document && test(document);
        }

        var wrapped = FilterParser.Simple(new BsonDocument("v", argument));
        return item => wrapped(new BsonDocument("v", item));
    }

    private static BsonArray Pop(BsonArray array, BsonValue argument) =>
        MongoNumber.Whole(argument, "$pop") switch
        {
            1 => [.. array.SkipLast(1)],
            -1 => [.. array.Skip(1)],
            _ => throw MongoFault.FailedToParse($"$pop expects 1 or -1, found: {argument}"),
        };
}
