using System.Text.Json;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Json;

/// <summary>The answer to a command, as one object.</summary>
public static class CommandReplyJson
{
    /// <summary>Writes the answer.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="reply">The answer.</param>
    public static void Write(Utf8JsonWriter json, CommandReply reply)
    {
        json.WriteStartObject();
        json.WriteBoolean("done"u8, reply.Done);
        json.WriteString("title"u8, reply.Title);
        json.WriteStartArray("blocks"u8);
        foreach (var block in reply.Blocks)
        {
            Write(json, block);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes one part of a card.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="block">The part.</param>
    public static void Write(Utf8JsonWriter json, CardBlock block)
    {
        json.WriteStartObject();
        switch (block)
        {
            case CardBlock.Text text:
                WriteOne(json, "text", text.Value);
                break;
            case CardBlock.Hint hint:
                WriteOne(json, "hint", hint.Value);
                break;
            case CardBlock.Warning warning:
                WriteOne(json, "warning", warning.Value);
                break;
            case CardBlock.Quote quote:
                WriteOne(json, "quote", quote.Value);
                json.WriteString("source"u8, quote.Source);
                break;
            case CardBlock.Diff diff:
                json.WriteString("kind"u8, "diff"u8);
                json.WriteString("before"u8, diff.Before);
                json.WriteString("after"u8, diff.After);
                break;
            case CardBlock.Facts facts:
                WriteFacts(json, facts);
                break;
            case CardBlock.Image image:
                WriteOne(json, "image", image.Words);
                json.WriteBase64String("png"u8, image.Png.Span);
                break;
            default:
                throw new InvalidOperationException($"There is no JSON for {block.GetType().Name}.");
        }

        json.WriteEndObject();
    }

    private static void WriteOne(Utf8JsonWriter json, string kind, string value)
    {
        json.WriteString("kind"u8, kind);
        json.WriteString("value"u8, value);
    }

    private static void WriteFacts(Utf8JsonWriter json, CardBlock.Facts facts)
    {
        json.WriteString("kind"u8, "facts"u8);
        json.WriteStartArray("rows"u8);
        foreach (var row in facts.Rows)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, row.Name);
            json.WriteString("value"u8, row.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
