using System.Text.Json.Nodes;

namespace AiOs.Testing.Teams;

/// <summary>One call of the bot.</summary>
/// <param name="Operation">create, send, reply, update, delete, members, member, team, attachment, token, metadata or keys.</param>
/// <param name="Path">The path as called.</param>
/// <param name="Body">The body, where it was JSON.</param>
/// <param name="Status">The HTTP status of the answer; 0 where the connection was dropped.</param>
/// <param name="Applied">Whether it took effect.</param>
/// <param name="At">When it came.</param>
public sealed record TeamsCall(string Operation, string Path, JsonObject? Body, int Status, bool Applied, DateTimeOffset At);
