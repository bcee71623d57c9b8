using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AiOs.Channels.Teams.Endpoint;

/// <summary>Reads the body of a request up to a bound.</summary>
internal static class ActivityBody
{
    public const int Most = 256 * 1024;

    /// <summary>The whole body; nothing where it is too large.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > Most)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Most + 1;
        }

        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await context.Request.Body.ReadAsync(part, context.RequestAborted) is > 0 and var read)
        {
            if (body.Length + read > Most)
            {
                return null;
            }

            await body.WriteAsync(part.AsMemory(0, read), context.RequestAborted);
        }

        return body.ToArray();
    }
}
