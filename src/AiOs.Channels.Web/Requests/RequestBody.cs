using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AiOs.Channels.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AiOs.Channels.Web.Requests;

/// <summary>Reads request bodies up to a bound, out of the server's own buffers.</summary>
internal static class RequestBody
{
    /// <summary>Puts the bound on a request. False where it already says that it is larger.</summary>
    public static bool Bound(HttpContext context, long most)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most;
        }

        return context.Request.ContentLength is not { } length || length <= most;
    }

    /// <summary>Reads the whole body and parses it where it lies; the parser must not keep the buffer.</summary>
    public static async Task<Read<T>> ReadAsync<T>(HttpContext context, long most, Func<ReadOnlySequence<byte>, Read<T>> parse)
        where T : class
    {
        if (!Bound(context, most))
        {
            return Refusal.TooLarge;
        }

        var reader = context.Request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(context.RequestAborted);
            var buffer = result.Buffer;
            if (result.IsCompleted)
            {
                var read = parse(buffer);
                reader.AdvanceTo(buffer.End);
                return read;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>Reads a body of JSON.</summary>
    public static Task<Read<T>> ReadJsonAsync<T>(HttpContext context, long most, JsonTypeInfo<T> type)
        where T : class => ReadAsync(context, most, bytes => Json(bytes, type));

    private static Read<T> Json<T>(ReadOnlySequence<byte> bytes, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            var value = JsonSerializer.Deserialize(ref reader, type);
            var more = reader.Read();
            return value is not null && !more ? value : BadJson;
        }
        catch (JsonException)
        {
            return BadJson;
        }
    }

    private static Refusal BadJson { get; } = new(400, "The body is not the JSON object that this address takes: the README shows it.");
}
