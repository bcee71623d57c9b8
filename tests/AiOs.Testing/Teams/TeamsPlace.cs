using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace AiOs.Testing.Teams;

/// <summary>A conversation.</summary>
/// <param name="Id">Its id; of a channel with the thread.</param>
/// <param name="Type">personal, groupChat or channel.</param>
/// <param name="People">Who is in it.</param>
public sealed record TeamsPlace(string Id, string Type, IReadOnlyList<TeamsPerson> People)
{
    /// <summary>What every call for it is refused with, such as <c>ConversationBlockedByUser</c>; nothing where it works.</summary>
    public string? Dead { get; set; }

    /// <summary>The bot's messages by id, as they are now.</summary>
    public ConcurrentDictionary<string, JsonObject> Messages { get; } = new();

    /// <summary>The ids of the bot's messages in the order in which they came; deleted ones too.</summary>
    public ConcurrentQueue<string> Sent { get; } = new();

    /// <summary>How often it was shown that the bot types.</summary>
    public int Typing { get; set; }
}
