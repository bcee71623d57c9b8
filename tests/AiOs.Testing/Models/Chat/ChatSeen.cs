using System.Text;
using System.Text.Json.Nodes;

namespace AiOs.Testing.Models.Chat;

/// <summary>One request that a chat model got.</summary>
/// <param name="Body">The request.</param>
/// <param name="Key">The authorisation header.</param>
public sealed record ChatSeen(JsonObject Body, string Key)
{
    /// <summary>All text in it, in order.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var message in Body["messages"]?.AsArray() ?? [])
            {
                Add(text, message?["content"]);
            }

            return text.ToString();
        }
    }

    /// <summary>The text without the prompt: whatever somebody else may have written.</summary>
    public string Data
    {
        get
        {
            var text = new StringBuilder();
            foreach (var message in (Body["messages"]?.AsArray() ?? []).Where(static message => message?["role"]?.GetValue<string>() is not ("system" or "developer")))
            {
                Add(text, message?["content"]);
            }

            return text.ToString();
        }
    }

    /// <summary>The schema that it is held to; nothing where it is held to none.</summary>
    public JsonObject? Schema => Body["response_format"]?["json_schema"]?["schema"] as JsonObject;

    /// <summary>Whether the answer is to be streamed.</summary>
    public bool IsStreamed => Body["stream"]?.GetValue<bool>() == true;

    /// <summary>The tools that it is offered.</summary>
    public IReadOnlyList<JsonObject> Tools => [.. (Body["tools"]?.AsArray() ?? []).OfType<JsonObject>()];

    /// <summary>How many tokens the question has: one for each four bytes begun.</summary>
    public long Tokens => TokensOf(Body["messages"]?.ToJsonString() ?? string.Empty);

    /// <summary>How many tokens a text has for this server.</summary>
    /// <param name="text">The text.</param>
    /// <returns>One for each four bytes begun.</returns>
    public static long TokensOf(string text) => (Encoding.UTF8.GetByteCount(text) + 3) / 4;

    private static void Add(StringBuilder text, JsonNode? content)
    {
        switch (content)
        {
            case JsonValue value:
                text.Append(value.GetValue<string>()).Append('\n');
                break;
            case JsonArray parts:
                parts.ToList().ForEach(part => text.Append(part?["text"]?.GetValue<string>()).Append('\n'));
                break;
            default:
                break;
        }
    }
}
