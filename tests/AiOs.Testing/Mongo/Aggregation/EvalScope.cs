using System.Collections.Immutable;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation;

/// <summary>What an expression sees: the document, the variables, and what a search said of the document.</summary>
internal sealed record EvalScope
{
    private static readonly ImmutableDictionary<string, BsonValue> Nothing = ImmutableDictionary<string, BsonValue>.Empty;

    private EvalScope()
    {
    }

    public static EvalScope Empty { get; } = new();

    public BsonDocument Root { get; private init; } = [];

    public ImmutableDictionary<string, BsonValue> Variables { get; private init; } = Nothing;

    /// <summary>The values of $meta for the document, by name.</summary>
    public ImmutableDictionary<string, BsonValue> Meta { get; private init; } = Nothing;

    /// <summary>The scope of one command: its clock stands still, and its `let` is bound.</summary>
    public static EvalScope Of(DateTimeOffset now, BsonDocument let) => new()
    {
        Variables = let.Aggregate(
            Nothing.Add("NOW", new BsonDateTime(now.ToUnixTimeMilliseconds())),
            (all, variable) => all.SetItem(variable.Name, variable.Value)),
    };

    public EvalScope With(BsonDocument root) => this with { Root = root };

    public EvalScope With(string name, BsonValue value) => this with { Variables = Variables.SetItem(name, value) };

    public EvalScope WithMeta(ImmutableDictionary<string, BsonValue> meta) => this with { Meta = meta };
}
