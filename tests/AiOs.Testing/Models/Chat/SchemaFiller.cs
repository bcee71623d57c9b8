using System.Text.Json.Nodes;

namespace AiOs.Testing.Models.Chat;

/// <summary>Makes an answer that fits a schema.</summary>
/// <param name="text">What stands in every text of it.</param>
/// <param name="choose">Which of several words is chosen where only some are allowed.</param>
/// <param name="number">What stands in every number.</param>
public sealed class SchemaFiller(Func<string, string> text, Func<IReadOnlyList<string>, string> choose, long number)
{
    /// <summary>One with nothing in it: the least that fits.</summary>
    public static SchemaFiller Least { get; } = new(static _ => string.Empty, static words => words[0], 0);

    /// <summary>Fills a schema in.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">The name of the place it stands at.</param>
    /// <returns>JSON of that form.</returns>
    public JsonNode? Fill(JsonNode? schema, string name = "")
    {
        if (schema is not JsonObject form)
        {
            return null;
        }

        if (form["enum"] is JsonArray words)
        {
            return choose([.. words.Select(static word => word!.GetValue<string>())]);
        }

        return TypeOf(form["type"]) switch
        {
            "object" => FillObject(form),
            "array" => number == 0 ? new JsonArray() : new JsonArray(Fill(form["items"], name)),
            "string" => text(name),
            "integer" or "number" => number,
            "boolean" => number > 0,
            _ => null,
        };
    }

    private JsonObject FillObject(JsonObject form)
    {
        var filled = new JsonObject();
        foreach (var (name, inner) in form["properties"]?.AsObject() ?? [])
        {
            filled[name] = Fill(inner, name);
        }

        return filled;
    }

    private static string? TypeOf(JsonNode? type) => type is JsonArray several
        ? several.Select(static one => one!.GetValue<string>()).FirstOrDefault(static one => one != "null")
        : type?.GetValue<string>();
}
