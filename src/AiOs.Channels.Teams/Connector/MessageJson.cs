using System.Text;
using System.Text.Json.Nodes;
using AiOs.Channels.Teams.Places;
using AiOs.Contracts.Cards.Plain;

namespace AiOs.Channels.Teams.Connector;

/// <summary>What we say, as activities.</summary>
internal static class MessageJson
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    private const int LongestSummary = 200;

    /// <summary>A card. The summary is what a notification shows.</summary>
    public static JsonObject Card(string card, string title) => new()
    {
        ["type"] = "message",
        ["summary"] = Cut(Plain(title)),
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardType, ["content"] = JsonNode.Parse(card) }),
    };

    /// <summary>A text that is shown as it is.</summary>
    public static JsonObject Text(string text) => new() { ["type"] = "message", ["textFormat"] = "plain", ["text"] = Plain(text) };

    public static JsonObject Typing() => new() { ["type"] = "typing" };

    /// <summary>Asks for the conversation of two with a person.</summary>
    public static JsonObject Open(PlaceReference place, string person) => new()
    {
        ["isGroup"] = false,
        ["bot"] = new JsonObject { ["id"] = place.BotId },
        ["members"] = new JsonArray(new JsonObject { ["id"] = person }),
        ["tenantId"] = place.TenantId,
    };

    /// <summary>What cannot be seen is named.</summary>
    private static string Plain(string text)
    {
        var shown = new StringBuilder();
        foreach (var piece in SafeText.Of(text))
        {
            shown.Append(piece.Kind switch
            {
                SafeKind.Plain => piece.Text,
                SafeKind.Mixed => piece.Text + " [mixed alphabets]",
                _ => piece.Placeholder,
            });
        }

        return shown.ToString();
    }

    private static string Cut(string text) => text.Length <= LongestSummary ? text : string.Concat(text.AsSpan(0, LongestSummary - 1).TrimEnd(), "…");
}
