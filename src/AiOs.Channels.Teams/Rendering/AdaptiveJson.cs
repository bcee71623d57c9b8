using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiOs.Channels.Teams.Rendering;

/// <summary>Cards as text: letters of all alphabets as they are, so that a card is no larger than what it says.</summary>
internal static class AdaptiveJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonObject json) => json.ToJsonString(Options);
}
