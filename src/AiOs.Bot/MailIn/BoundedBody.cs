using Microsoft.AspNetCore.Http.Features;

namespace AiOs.Bot.MailIn;

/// <summary>Reads a body up to a bound, whatever its length was said to be.</summary>
internal static class BoundedBody
{
    private const int Piece = 64 * 1024;

    /// <summary>The bytes, or the status that is answered instead.</summary>
    public static async Task<(ReadOnlyMemory<byte> Bytes, int? Refusal)> ReadAsync(HttpContext context, int most, CancellationToken cancellationToken)
    {
        // One more than is taken, so that it is we who see that it is too much.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most + 1L;
        if (context.Request.ContentLength > most) return (default, StatusCodes.Status413PayloadTooLarge);
        using var body = new MemoryStream();
        var piece = new byte[Piece];
        try
        {
            while (await context.Request.Body.ReadAsync(piece, cancellationToken) is > 0 and var read)
            {
                if (body.Length + read > most) return (default, StatusCodes.Status413PayloadTooLarge);
                await body.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            }

            return (body.GetBuffer().AsMemory(0, (int)body.Length), null);
        }
        catch (OperationCanceledException)
        {
            return (default, StatusCodes.Status408RequestTimeout);
        }
        catch (BadHttpRequestException fault)
        {
            return (default, fault.StatusCode);
        }
        catch (IOException)
        {
            return (default, StatusCodes.Status400BadRequest);
        }
    }
}
