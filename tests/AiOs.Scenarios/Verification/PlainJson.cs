using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AiOs.Scenarios.Verification;

/// <summary>
/// Canonical JSON (RFC 8785) as the design describes it, written again and apart from the program's own: members sorted by UTF-16 code
/// units, no spaces, the shortest escapes, numbers as integers.
/// </summary>
public static class PlainJson
{
    /// <summary>The canonical text of a value, with some members of its outermost object left out.</summary>
    public static byte[] Canonical(JsonElement value, params string[] without)
    {
        var text = new StringBuilder();
        Write(text, value, without);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, JsonElement value, string[] without)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(text, value, without);
                break;
            case JsonValueKind.Array:
                WriteArray(text, value);
                break;
            case JsonValueKind.String:
                WriteString(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(value.GetInt64().ToString(CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(value.ValueKind switch { JsonValueKind.True => "true", JsonValueKind.False => "false", _ => "null" });
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonElement value, string[] without)
    {
        text.Append('{');
        var first = true;
        foreach (var member in value.EnumerateObject().Where(member => !without.Contains(member.Name)).OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            text.Append(first ? string.Empty : ",");
            first = false;
            WriteString(text, member.Name);
            text.Append(':');
            Write(text, member.Value, []);
        }

        text.Append('}');
    }

    private static void WriteArray(StringBuilder text, JsonElement value)
    {
        text.Append('[');
        var first = true;
        foreach (var part in value.EnumerateArray())
        {
            text.Append(first ? string.Empty : ",");
            first = false;
            Write(text, part, []);
        }

        text.Append(']');
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            text.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => letter.ToString(),
            });
        }

        text.Append('"');
    }
}
