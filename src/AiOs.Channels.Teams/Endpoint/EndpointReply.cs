using System.Text.Json.Nodes;

namespace AiOs.Channels.Teams.Endpoint;

/// <summary>What the caller is told.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; only a question of Teams gets one.</param>
internal sealed record EndpointReply(int Status, JsonObject? Body)
{
    /// <summary>It is taken, and durable where it asked for anything.</summary>
    public static EndpointReply Taken { get; } = new(200, null);

    /// <summary>It is durable and still worked on.</summary>
    public static EndpointReply Kept { get; } = new(202, null);

    /// <summary>It is not durable, as far as can be told; nothing is confirmed.</summary>
    public static EndpointReply NotNow { get; } = new(503, null);
}
