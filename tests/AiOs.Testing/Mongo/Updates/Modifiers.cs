using AiOs.Testing.Mongo.Aggregation;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Updates;

/// <summary>An update of modifiers. They are done in the order of their paths, as the server does since 5.0.</summary>
internal static class Modifiers
{
    public static DocumentChange Parse(BsonDocument update, EvalScope scope)
    {
        var steps = update.Elements.SelectMany(operation => Read(operation.Name, operation.Value)).ToList();
        Refuse(steps);
        steps.Sort((left, right) => ComparePaths(left.Path, right.Path));
        var now = scope.Variables.GetValueOrDefault("NOW", BsonNull.Value);
        return (document, isInsert) =>
        {
            var next = (BsonDocument)document.DeepClone();
            foreach (var step in steps)
            {
                step.Apply(next, isInsert, now);
            }

            return next;
        };
    }

    private static IEnumerable<Modifier> Read(string operation, BsonValue value)
    {
        if (!Modifier.IsKnown(operation))
        {
            throw operation is "$bit"
                ? MongoFault.NotServed(operation)
                : MongoFault.FailedToParse($"Unknown modifier: {operation}. Expected a valid update modifier or pipeline-style update specified as an array");
        }

        var fields = value as BsonDocument
            ?? throw MongoFault.FailedToParse($"Modifiers operate on fields but we found type {TypeNames.Of(value)} instead. For example: {{$mod: {{<field>: ...}}}}");
        return fields.Select(field => new Modifier(operation, PathOf(field.Name), field.Value));
    }

    private static BsonPath PathOf(string name)
    {
        var path = new BsonPath(name);
        if (path.Parts.Any(part => part.Length == 0))
        {
            throw new MongoFault(56, $"The update path '{name}' contains an empty field name, which is not allowed.");
        }

        if (path.Parts.FirstOrDefault(part => part == "$" || part.StartsWith("$[", StringComparison.Ordinal)) is { } positional)
        {
            throw MongoFault.NotServed($"the positional operator {positional} in '{name}'");
        }

        return path.Parts.FirstOrDefault(part => part.StartsWith('$')) is { } dollar
            ? throw new MongoFault(52, $"The dollar ($) prefixed field '{dollar}' in '{name}' is not valid for storage.")
            : path;
    }

    private static void Refuse(List<Modifier> steps)
    {
        var paths = steps.SelectMany(step => step.Touches).ToList();
        for (var one = 0; one < paths.Count; one++)
        {
            for (var other = one + 1; other < paths.Count; other++)
            {
                if (Covers(paths[one], paths[other]) || Covers(paths[other], paths[one]))
                {
                    throw new MongoFault(40, $"Updating the path '{paths[other]}' would create a conflict at '{paths[one]}'");
                }
            }
        }
    }

    private static bool Covers(string path, string other) => other == path || other.StartsWith(path + ".", StringComparison.Ordinal);

    private static int ComparePaths(BsonPath left, BsonPath right)
    {
        for (var at = 0; at < Math.Min(left.Parts.Count, right.Parts.Count); at++)
        {
            var (one, other) = (left.Parts[at], right.Parts[at]);
            var order = BsonPath.IsPosition(one, out var first) && BsonPath.IsPosition(other, out var second)
                ? first.CompareTo(second)
                : string.CompareOrdinal(one, other);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Parts.Count.CompareTo(right.Parts.Count);
    }
}
