using System.Text.Json;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Json;

/// <summary>What came of holding the workspace, as one object.</summary>
public static class ControlOutcomeJson
{
    /// <summary>Writes the outcome.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="outcome">The outcome.</param>
    public static void Write(Utf8JsonWriter json, ControlOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteBoolean("accepted"u8, outcome.Accepted);
        json.WriteString("sentence"u8, outcome.Sentence);
        if (outcome.Line is { } line)
        {
            json.WriteNumber("line"u8, line);
        }

        json.WriteEndObject();
    }
}
