using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace AiOs.Testing.Telegram;

/// <summary>
/// Reads the HTML that Telegram takes, as strictly as Telegram: a tag it does not know, one that is not closed or closed
/// out of order, and an attribute it cannot read are errors with the byte they stand at.
/// </summary>
public static class TelegramHtml
{
    private const int MostEntities = 100;

    /// <summary>Reads a text.</summary>
    /// <param name="html">The text with markup.</param>
    /// <param name="entities">What the markup says of which part, offsets in UTF-16 units; never more than 100.</param>
    /// <returns>The text without markup, blanks at both ends cut as Telegram does.</returns>
    /// <exception cref="FormatException">The markup cannot be read; the message is Telegram's.</exception>
    public static string Read(string html, out JsonArray entities)
    {
        html = Clean(html);
        var text = new StringBuilder();
        var open = new Stack<(string Tag, JsonObject Entity)>();
        List<JsonObject> found = [];
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '&' && Reference(html, ref at) is { } character)
            {
                text.Append(character);
            }
            else if (html[at] != '<')
            {
                text.Append(html[at++]);
            }
            else if (at + 1 < html.Length && html[at + 1] == '/')
            {
                Close(html, ref at, text.Length, open, found);
            }
            else
            {
                Open(html, ref at, text.Length, open);
            }
        }

        if (open.TryPeek(out var left))
        {
            throw new FormatException($"can't parse entities: Can't find end tag corresponding to start tag \"{left.Tag}\"");
        }

        return Trim(text.ToString(), found, out entities);
    }

    /// <summary>Other controls than the line end become blanks, and some accents are lost.</summary>
    private static string Clean(string html) =>
        new([.. html.Where(static c => c is not ('\r' or '\u030A' or '\u0333' or '\u033F')).Select(static c => c < ' ' && c != '\n' ? ' ' : c)]);

    private static string Trim(string text, List<JsonObject> found, out JsonArray entities)
    {
        var lead = text.Length - text.TrimStart().Length;
        var trimmed = text.Trim();
        entities = [];
        foreach (var entity in found.OrderBy(static one => (int)one["offset"]!).ThenByDescending(static one => (int)one["length"]!))
        {
            var from = Math.Clamp((int)entity["offset"]! - lead, 0, trimmed.Length);
            var to = Math.Clamp((int)entity["offset"]! + (int)entity["length"]! - lead, 0, trimmed.Length);
            if (to > from && entities.Count < MostEntities)
            {
                (entity["offset"], entity["length"]) = (from, to - from);
                entities.Add(entity);
            }
        }

        return trimmed;
    }

    private static void Open(string html, ref int at, int offset, Stack<(string Tag, JsonObject Entity)> open)
    {
        var start = at;
        var end = EndOfTag(html, at);
        var inside = html[(at + 1)..end];
        var space = inside.IndexOfAny([' ', '\n']);
        var tag = (space < 0 ? inside : inside[..space]).ToLowerInvariant();
        var attributes = Attributes(space < 0 ? string.Empty : inside[space..], ByteAt(html, start));
        var entity = EntityOf(tag, attributes, ByteAt(html, start));
        if (open.Any(one => (string)one.Entity["type"]! is "code" or "pre") && !(tag == "code" && open.Peek().Tag == "pre"))
        {
            // Telegram drops what stands inside code; for us that is a mistake worth an error.
            throw new FormatException($"can't parse entities: \"{tag}\" stands inside code at byte offset {ByteAt(html, start)}");
        }

        entity["offset"] = offset;
        open.Push((tag, entity));
        at = end + 1;
    }

    private static void Close(string html, ref int at, int offset, Stack<(string Tag, JsonObject Entity)> open, List<JsonObject> found)
    {
        var end = html.IndexOf('>', at);
        if (end < 0)
        {
            throw new FormatException($"can't parse entities: Unclosed end tag at byte offset {ByteAt(html, at)}");
        }

        var tag = html[(at + 2)..end].TrimEnd().ToLowerInvariant();
        if (!open.TryPop(out var top))
        {
            throw new FormatException($"can't parse entities: Unexpected end tag at byte offset {ByteAt(html, at)}");
        }

        if (tag.Length > 0 && tag != top.Tag)
        {
            throw new FormatException($"can't parse entities: Unmatched end tag at byte offset {ByteAt(html, at)}, expected \"</{top.Tag}>\", found \"</{tag}>\"");
        }

        top.Entity["length"] = offset - (int)top.Entity["offset"]!;
        found.Add(top.Entity);
        at = end + 1;
    }

    private static int EndOfTag(string html, int at)
    {
        var quote = '\0';
        for (var end = at + 1; end < html.Length; end++)
        {
            if (quote != '\0')
            {
                quote = html[end] == quote ? '\0' : quote;
            }
            else if (html[end] is '"' or '\'')
            {
                quote = html[end];
            }
            else if (html[end] == '>')
            {
                return end;
            }
        }

        throw new FormatException($"can't parse entities: Unclosed start tag at byte offset {ByteAt(html, at)}");
    }

    private static Dictionary<string, string> Attributes(string text, int offset)
    {
        Dictionary<string, string> attributes = [];
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var name = new string([.. rest.TakeWhile(static c => char.IsAsciiLetter(c) || c == '-')]);
            rest = rest[name.Length..].TrimStart();
            if (name.Length == 0)
            {
                throw new FormatException($"can't parse entities: Empty attribute name in the tag at byte offset {offset}");
            }

            if (!rest.StartsWith('='))
            {
                attributes[name] = string.Empty;
                continue;
            }

            rest = rest[1..].TrimStart();
            var end = rest.Length > 0 && rest[0] is '"' or '\'' ? rest.IndexOf(rest[0], 1) : -1;
            if (end < 0)
            {
                throw new FormatException($"can't parse entities: Expected quoted value of the attribute \"{name}\" at byte offset {offset}");
            }

            attributes[name] = rest[1..end];
            rest = rest[(end + 1)..].TrimStart();
        }

        return attributes;
    }

    private static JsonObject EntityOf(string tag, Dictionary<string, string> attributes, int offset) => tag switch
    {
        "b" or "strong" => new() { ["type"] = "bold" },
        "i" or "em" => new() { ["type"] = "italic" },
        "u" or "ins" => new() { ["type"] = "underline" },
        "s" or "strike" or "del" => new() { ["type"] = "strikethrough" },
        "tg-spoiler" => new() { ["type"] = "spoiler" },
        "span" when attributes.GetValueOrDefault("class") == "tg-spoiler" => new() { ["type"] = "spoiler" },
        "span" => throw new FormatException($"can't parse entities: Tag \"span\" must have class \"tg-spoiler\" at byte offset {offset}"),
        "a" => new() { ["type"] = "text_link", ["url"] = attributes.GetValueOrDefault("href") ?? string.Empty },
        "code" => new() { ["type"] = "code" },
        "pre" => new() { ["type"] = "pre" },
        "blockquote" => new() { ["type"] = attributes.ContainsKey("expandable") ? "expandable_blockquote" : "blockquote" },
        _ => throw new FormatException($"can't parse entities: Unsupported start tag \"{tag}\" at byte offset {offset}"),
    };

    /// <summary>A character written by name or number; what is no such thing stays an ampersand.</summary>
    private static string? Reference(string html, ref int at)
    {
        var end = html.IndexOf(';', at);
        if (end < 0 || end - at > 10)
        {
            return null;
        }

        var name = html[(at + 1)..end];
        var read = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            _ when name.StartsWith("#x", StringComparison.Ordinal) && int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) && Rune.IsValid(hex) => new Rune(hex).ToString(),
            _ when name.StartsWith('#') && int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Rune.IsValid(number) => new Rune(number).ToString(),
            _ => null,
        };
        at = read is null ? at : end + 1;
        return read;
    }

    private static int ByteAt(string html, int at) => Encoding.UTF8.GetByteCount(html.AsSpan(0, at));
}
