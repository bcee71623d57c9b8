using System.Text.Json;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Json;

/// <summary>What became of several taps, as one object.</summary>
public static class OutcomeListJson
{
    /// <summary>Writes the outcomes in their order.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="outcomes">The outcomes.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<DecisionOutcome> outcomes)
    {
        json.WriteStartObject();
        json.WriteStartArray("outcomes"u8);
        foreach (var outcome in outcomes)
        {
            WorkItemJson.Write(json, outcome);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
