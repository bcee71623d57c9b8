using AiOs.Testing.Mongo.Aggregation;
using AiOs.Testing.Mongo.Data;
using AiOs.Testing.Mongo.Filters;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands;

/// <summary>One command on its way through the server.</summary>
/// <param name="State">The server.</param>
/// <param name="Body">The command as sent.</param>
/// <param name="Connection">The connection that it came by.</param>
/// <param name="StopAfter">Statements to do before the connection is lost; by default all.</param>
internal sealed record CommandCall(ServerState State, BsonDocument Body, ConnectionState Connection, int StopAfter)
{
    public string Name { get; } = Body.GetElement(0).Name;

    public string Database { get; } = Body.GetValue("$db", "admin").AsString;

    public string CollectionName { get; } = Body.GetElement(0).Value is BsonString name ? name.Value : string.Empty;

    public string Space => $"{Database}.{CollectionName}";

    /// <summary>The scope of every expression in the command: its clock is read once.</summary>
    public EvalScope Scope { get; } = EvalScope.Of(State.Options.Clock.GetUtcNow(), Body.GetValue("let", BsonNull.Value) as BsonDocument ?? []);

    public MongoCollection? Collection => State.Databases.Find(Database, NeedName());

    public MongoCollection NeedCollection() => State.Databases.Need(Database, NeedName());

    public BsonValue Need(string field) => Body.TryGetValue(field, out var value)
        ? value
        : throw new MongoFault(40414, $"BSON field '{Name}.{field}' is missing but a required field");

    public BsonDocument Document(string field) => Body.GetValue(field, BsonNull.Value) switch
    {
        BsonNull => [],
        BsonDocument document => document,
        var other => throw MongoFault.TypeMismatch($"BSON field '{Name}.{field}' is the wrong type '{TypeNames.Of(other)}', expected type 'object'"),
    };

    public bool Flag(string field, bool otherwise = false) => Body.TryGetValue(field, out var value) ? Truth.Of(value) : otherwise;

    public int? Number(string field) => Body.TryGetValue(field, out var value) && value is not BsonNull
        ? (int)Math.Min(MongoNumber.Whole(value, field), int.MaxValue)
        : null;

    public Filter Filter(BsonDocument filter) => FilterParser.Parse(filter, Scope, Collection?.Text);

    private string NeedName() => CollectionName.Length > 0
        ? CollectionName
        : throw new MongoFault(73, $"collection name has invalid type {TypeNames.Of(Body.GetElement(0).Value)}");
}
