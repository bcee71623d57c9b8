using AiOs.Testing.Mongo.Sessions;

namespace AiOs.Testing.Mongo.Commands;

/// <summary>What the server knows of one connection.</summary>
internal sealed class ConnectionState(int id)
{
    public int Id { get; } = id;

    /// <summary>The authentication under way; null when there is none.</summary>
    public ScramExchange? Exchange { get; set; }

    public bool IsAuthenticated { get; set; }
}
