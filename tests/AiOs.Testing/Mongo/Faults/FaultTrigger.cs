using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Faults;

/// <summary>When a fault strikes. All that is set must hold.</summary>
public sealed record FaultTrigger
{
    /// <summary>The command's name, such as "insert". By default any.</summary>
    public string? Command { get; init; }

    /// <summary>The collection's name. By default any.</summary>
    public string? Collection { get; init; }

    /// <summary>How many that match pass unharmed first. By default none.</summary>
    public int After { get; init; }

    /// <summary>How many are struck. By default one.</summary>
    public int Times { get; init; } = 1;

    /// <summary>A further condition on the command and its body. By default none.</summary>
    public Func<ReceivedCommand, BsonDocument, bool>? When { get; init; }

    internal bool Matches(ReceivedCommand command, BsonDocument body) =>
        (Command is null || Command == command.Name)
        && (Collection is null || Collection == command.Collection)
        && (When is null || When(command, body));
}
