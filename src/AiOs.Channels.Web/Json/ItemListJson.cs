using System.Text.Json;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Json;

/// <summary>Several work items as one object.</summary>
internal static class ItemListJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<WorkItemView> items)
    {
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var item in items)
        {
            WorkItemJson.Write(json, item);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<(WorkItemView Item, bool Repeated)> items, IReadOnlyList<string> errors)
    {
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var (item, repeated) in items)
        {
            WorkItemJson.Write(json, item, repeated);
        }

        json.WriteEndArray();
        json.WriteStartArray("errors"u8);
        foreach (var error in errors)
        {
            json.WriteStringValue(error);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
