using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace AiOs.Agents.Models.Calls;

/// <summary>The form of an answer: a JSON schema made from its record, strict enough for servers that hold a model to it, and the reading of what came.</summary>
internal static class AnswerForm
{
    private const int MostDepth = 8;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        AllowDuplicateProperties = false,
        MaxDepth = MostDepth,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
    };

    private static readonly JsonSchemaExporterOptions Exported = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Strict };

    /// <summary>The schema of a record.</summary>
    public static JsonNode SchemaOf<T>() => Json.GetJsonSchemaAsNode(typeof(T), Exported);

    /// <summary>Reads an answer. Words around the object are left out, since not every server can be held to a form.</summary>
    /// <returns>The answer; nothing where it is none.</returns>
    public static T? Read<T>(string text)
        where T : class
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        try
        {
            return start < 0 || end < start ? null : JsonSerializer.Deserialize<T>(text.AsSpan(start, end - start + 1), Json);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Each field is named as needed and none may be added: that is what a strict schema asks for. Enums are the words that are written for them.</summary>
    private static JsonNode Strict(JsonSchemaExporterContext context, JsonNode node)
    {
        if (context.TypeInfo.Type is { IsEnum: true } type)
        {
            node = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, type, Json))]) };
        }

        if (node is not JsonObject schema)
        {
            return node;
        }

        if (schema["properties"] is JsonObject properties)
        {
            schema["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]);
            schema["additionalProperties"] = false;
        }

        if (context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true).OfType<DescriptionAttribute>().FirstOrDefault() is { Description: { Length: > 0 } told })
        {
            schema["description"] = told;
        }

        return schema;
    }
}
