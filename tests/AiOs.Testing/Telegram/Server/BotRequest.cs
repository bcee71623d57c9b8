using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AiOs.Testing.Telegram.Server;

/// <summary>The fields of a call, however they were sent: JSON, form, multipart or query.</summary>
internal sealed class BotRequest
{
    public JsonObject Fields { get; private init; } = [];

    public Dictionary<string, (string Name, byte[] Bytes)> Files { get; } = [];

    public static async Task<BotRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasJsonContentType())
        {
            return new BotRequest { Fields = await JsonSerializer.DeserializeAsync<JsonObject>(request.Body, cancellationToken: cancellationToken) ?? [] };
        }

        var read = new BotRequest();
        foreach (var (name, value) in request.Query)
        {
            read.Fields[name] = Parsed(value.ToString());
        }

        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            foreach (var (name, value) in form)
            {
                read.Fields[name] = Parsed(value.ToString());
            }

            foreach (var file in form.Files)
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes, cancellationToken);
                read.Files[file.Name] = (file.FileName, bytes.ToArray());
            }
        }

        return read;
    }

    public string? Text(string name) => Fields[name] switch { null => null, JsonValue value => value.ToString(), var node => node.ToJsonString() };

    public long? Number(string name) => long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);

    public JsonObject? Object(string name) => Fields[name] as JsonObject;

    public long Chat() => Number("chat_id") ?? throw BotApiError.Bad("chat_id is empty");

    public int Message() => (int)(Number("message_id") ?? throw BotApiError.Bad("message identifier is not specified"));

    /// <summary>A file of this field: uploaded under its name, or attached by another.</summary>
    public (string Name, byte[] Bytes)? Upload(string name)
    {
        var text = Text(name);
        var key = text is not null && text.StartsWith("attach://", StringComparison.Ordinal) ? text["attach://".Length..] : name;
        return Files.TryGetValue(key, out var file) ? file : null;
    }

    private static JsonNode Parsed(string value)
    {
        if (!value.StartsWith('{') && !value.StartsWith('['))
        {
            return JsonValue.Create(value);
        }

        try
        {
            return JsonNode.Parse(value)!;
        }
        catch (JsonException)
        {
            return JsonValue.Create(value);
        }
    }
}
