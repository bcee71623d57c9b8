using System.Text.Json.Nodes;

namespace AiOs.Testing.Models.Chat;

/// <summary>Answers as OpenAI's protocol writes them.</summary>
internal static class ChatWire
{
    private const int PieceLength = 24;

    public static JsonObject Whole(string model, string text, IReadOnlyList<(string Name, string Arguments)> calls, JsonObject? usage) => new()
    {
        ["id"] = "chat-1",
        ["object"] = "chat.completion",
        ["created"] = 1,
        ["model"] = model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = Message(text, calls),
            ["finish_reason"] = calls.Count > 0 ? "tool_calls" : "stop",
        }),
        ["usage"] = usage,
    };

    /// <summary>The pieces of a streamed answer, without the one that says what it cost.</summary>
    public static IEnumerable<JsonObject> Pieces(string model, string text, IReadOnlyList<(string Name, string Arguments)> calls)
    {
        yield return Piece(model, new JsonObject { ["role"] = "assistant", ["content"] = string.Empty }, end: null);
        for (var at = 0; at < text.Length; at += PieceLength)
        {
            yield return Piece(model, new JsonObject { ["content"] = text.Substring(at, Math.Min(PieceLength, text.Length - at)) }, end: null);
        }

        if (calls.Count > 0)
        {
            yield return Piece(model, new JsonObject { ["tool_calls"] = CallsOf(calls) }, end: null);
        }

        yield return Piece(model, [], calls.Count > 0 ? "tool_calls" : "stop");
    }

    public static JsonObject Cost(string model, JsonObject usage) => new()
    {
        ["id"] = "chat-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1,
        ["model"] = model,
        ["choices"] = new JsonArray(),
        ["usage"] = usage,
    };

    public static JsonObject Usage(long input, long output) => new()
    {
        ["prompt_tokens"] = input,
        ["completion_tokens"] = output,
        ["total_tokens"] = input + output,
    };

    private static JsonObject Piece(string model, JsonObject delta, string? end) => new()
    {
        ["id"] = "chat-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1,
        ["model"] = model,
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = end }),
    };

    private static JsonObject Message(string text, IReadOnlyList<(string Name, string Arguments)> calls)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = text };
        if (calls.Count > 0)
        {
            message["tool_calls"] = CallsOf(calls);
        }

        return message;
    }

    private static JsonArray CallsOf(IReadOnlyList<(string Name, string Arguments)> calls) => new([.. calls.Select((call, index) => (JsonNode)new JsonObject
    {
        ["index"] = index,
        ["id"] = $"call-{index + 1}",
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments },
    })]);
}
