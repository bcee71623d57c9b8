using System.Text.Json.Nodes;
using AiOs.Channels.Teams.Connector;
using AiOs.Channels.Teams.Places;
using AiOs.Channels.Teams.Rendering;
using AiOs.Contracts.Chat;

namespace AiOs.Channels.Teams.Endpoint;

/// <summary>Answers to a tap, which stand in the body of the response.</summary>
internal static class InvokeReply
{
    private const string Done = "Done.";

    /// <summary>
    /// What a tap came to. Who did what the button says sees the card as it stands; who did not is told why. A card that needs others above it
    /// cannot stand in the place of one: it is told in words, and rewritten where it stands.
    /// </summary>
    public static EndpointReply Of(TapReply reply, PlaceReference place, PlaceCards cards, bool isRefresh)
    {
        var now = reply.Now is { } card && (reply.Accepted || isRefresh || reply.Sentence.Length == 0) ? cards.Render(card, place) : null;
        return now is { Earlier.Count: 0 } ? Card(now.Last) : Message(reply.Sentence.Length > 0 ? reply.Sentence : Done);
    }

    public static EndpointReply Message(string sentence) => Wrapped(200, "application/vnd.microsoft.activity.message", JsonValue.Create(sentence));

    /// <summary>The client shows it in red under the card.</summary>
    public static EndpointReply Error(string sentence) =>
        Wrapped(400, "application/vnd.microsoft.error", new JsonObject { ["code"] = "NotNow", ["message"] = sentence });

    /// <summary>A question that we have no answer to.</summary>
    public static EndpointReply NotKnown { get; } = new(501, []);

    /// <summary>Closes the window of a client that waits for an answer with nothing in it.</summary>
    public static EndpointReply Empty { get; } = new(200, []);

    private static EndpointReply Card(string card) => Wrapped(200, MessageJson.CardType, JsonNode.Parse(card)!);

    private static EndpointReply Wrapped(int status, string type, JsonNode value) => new(200, new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });
}
