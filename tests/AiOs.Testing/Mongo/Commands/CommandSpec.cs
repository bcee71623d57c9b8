using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands;

/// <summary>A command: the fields it takes, and what it does.</summary>
internal sealed record CommandSpec(IReadOnlyList<string> Fields, Func<CommandCall, BsonDocument> Run)
{
    /// <summary>True when it can be sent before authentication.</summary>
    public bool IsOpen { get; init; }

    /// <summary>True when fields of any name are taken, as by the handshake.</summary>
    public bool TakesAny { get; init; }

    public static CommandSpec Of(Func<CommandCall, BsonDocument> run, params string[] fields) => new(fields, run);
}
