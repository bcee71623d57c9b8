using AiOs.Testing.Mongo.Updates;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation;

/// <summary>The stages that make one document of one document, which updates use too.</summary>
internal static class DocumentStages
{
    private static readonly string[] Known = ["$set", "$addFields", "$unset", "$project", "$replaceRoot", "$replaceWith"];

    public static bool Has(string stage) => Known.Contains(stage);

    public static Func<EvalScope, BsonDocument> Parse(BsonDocument stage)
    {
        var (name, value) = (stage.GetElement(0).Name, stage.GetElement(0).Value);
        return name switch
        {
            "$set" or "$addFields" => AddFields(value),
            "$unset" => Unset(value),
            "$project" => Projection.Parse(value as BsonDocument ?? throw new MongoFault(15969, "$project specification must be an object")),
            "$replaceRoot" => Root(value.AsBsonDocument["newRoot"]),
            "$replaceWith" => Root(value),
            _ => throw new MongoFault(40324, $"Unrecognized pipeline stage name: '{name}'"),
        };
    }

    private static Func<EvalScope, BsonDocument> AddFields(BsonValue value)
    {
        var spec = value as BsonDocument ?? throw new MongoFault(40272, "$addFields specification stage must be an object");
        var fields = spec.SelectMany(field => Flat(new BsonPath(field.Name), field.Value)).ToArray();
        return scope =>
        {
            var next = (BsonDocument)scope.Root.DeepClone();
            foreach (var (path, expression) in fields)
            {
                if (expression(scope) is { } found)
                {
                    Put(next, path.Parts, 0, found.DeepClone());
                }
                else
                {
                    PathWriter.Unset(next, path);
                }
            }

            return next;
        };
    }

    /// <summary>A document without operators sets its fields within the old one; it does not replace it.</summary>
    private static IEnumerable<(BsonPath Path, Expression Value)> Flat(BsonPath path, BsonValue value) =>
        value is BsonDocument { ElementCount: > 0 } inner && !inner.GetElement(0).Name.StartsWith('$')
            ? inner.SelectMany(field => Flat(new BsonPath($"{path.Text}.{field.Name}"), field.Value))
            : [(path, ExpressionParser.Parse(value))];

    /// <summary>What is in the way and no document gives way to one; in an array every element gets the field.</summary>
    private static void Put(BsonDocument into, IReadOnlyList<string> parts, int depth, BsonValue value)
    {
        if (depth == parts.Count - 1)
        {
            into[parts[depth]] = value;
            return;
        }

        var child = into.GetValue(parts[depth], BsonNull.Value);
        if (child is BsonArray array)
        {
            for (var at = 0; at < array.Count; at++)
            {
                var element = array[at] as BsonDocument ?? [];
                Put(element, parts, depth + 1, value);
                array[at] = element;
            }

            return;
        }

        var next = child as BsonDocument ?? [];
        into[parts[depth]] = next;
        Put(next, parts, depth + 1, value);
    }

    private static Func<EvalScope, BsonDocument> Unset(BsonValue value)
    {
        var names = value is BsonArray many ? many.Select(name => name.AsString) : [value.AsString];
        return Projection.Parse(new BsonDocument(names.Select(name => new BsonElement(name, 0))));
    }

    private static Func<EvalScope, BsonDocument> Root(BsonValue value)
    {
        var root = ExpressionParser.Parse(value);
        return scope => root(scope) is var found && found is BsonDocument document
            ? (BsonDocument)document.DeepClone()
            : throw new MongoFault(40228, $"'newRoot' expression must evaluate to an object, but resulting value was: {found?.ToString() ?? "MISSING"}");
    }
}
