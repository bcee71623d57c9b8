using System.Text.Json.Nodes;

namespace AiOs.Testing.Telegram.Server;

/// <summary>A chat as the server keeps it.</summary>
internal sealed class TelegramChat(long id, string type, string name)
{
    public long Id => id;

    public bool IsPrivate => type == "private";

    public bool IsForum { get; init; }

    /// <summary>Whether the bot may write: in a private chat once the person has written.</summary>
    public bool IsOpen { get; set; } = type != "private";

    public bool IsBlocked { get; set; }

    /// <summary>Where a group went that became a supergroup.</summary>
    public long? MovedTo { get; set; }

    public Dictionary<int, JsonObject> Messages { get; } = [];

    public Dictionary<int, int> Edits { get; } = [];

    public int LastMessage { get; private set; }

    public int NextMessage() => ++LastMessage;

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = id, ["type"] = type, [IsPrivate ? "first_name" : "title"] = name };
        if (IsForum)
        {
            json["is_forum"] = true;
        }

        return json;
    }
}
