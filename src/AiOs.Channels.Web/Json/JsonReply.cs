using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Json;

/// <summary>Answers with one JSON value of known length, from a buffer that each thread keeps.</summary>
internal static class JsonReply
{
    private const int KeptBytes = 256 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _bytes;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    /// <summary>Writes the value and sends it.</summary>
    public static Task WriteAsync<T>(HttpContext context, T value, Action<Utf8JsonWriter, T> write)
    {
        // Copied out before anything is awaited: the buffer is the thread's.
        var bytes = Render(value, write);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        context.Response.BodyWriter.Write(bytes);
        return context.Response.BodyWriter.FlushAsync(context.RequestAborted).AsTask();
    }

    private static ReadOnlySpan<byte> Render<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var bytes = _bytes ??= new ArrayBufferWriter<byte>(4096);
        var json = _json ??= new Utf8JsonWriter(bytes, Options);
        bytes.ResetWrittenCount();
        json.Reset();
        write(json, value);
        json.Flush();
        if (bytes.Capacity > KeptBytes)
        {
            (_bytes, _json) = (null, null);
        }

        return bytes.WrittenSpan;
    }
}
