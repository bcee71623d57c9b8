using AiOs.Testing.Mongo.Filters;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Admin;

/// <summary>What a partial index's filter may say. Negations are not among it, nor is the absence of a field.</summary>
internal static class PartialFilterRules
{
    private static readonly string[] Allowed = ["$eq", "$gt", "$gte", "$lt", "$lte", "$in", "$type"];

    public static void Check(BsonDocument spec)
    {
        if (!spec.TryGetValue("partialFilterExpression", out var filter))
        {
            return;
        }

        if (Truth.Of(spec.GetValue("sparse", false)))
        {
            throw new MongoFault(67, "cannot mix \"partialFilterExpression\" and \"sparse\" options");
        }

        CheckClause(filter as BsonDocument ?? throw new MongoFault(67, "\"partialFilterExpression\" for an index must be a document"));
    }

    private static void CheckClause(BsonDocument filter)
    {
        foreach (var (name, value) in filter.Elements.Select(element => (element.Name, element.Value)))
        {
            if (name is "$and" or "$or")
            {
                value.AsBsonArray.ToList().ForEach(clause => CheckClause(clause.AsBsonDocument));
            }
            else if (name.StartsWith('$') || value is BsonRegularExpression)
            {
                throw Refused(name);
            }
            else if (value is BsonDocument condition && FilterParser.IsOperators(condition)
                && condition.FirstOrDefault(part => !IsAllowed(part)) is { Name: not null } bad)
            {
                throw Refused($"{name}: {bad.Name}");
            }
        }
    }

    private static bool IsAllowed(BsonElement part) => Allowed.Contains(part.Name) || (part.Name == "$exists" && Truth.Of(part.Value));

    private static MongoFault Refused(string what) => new(67, $"Expression not supported in partial index: {what}");
}
