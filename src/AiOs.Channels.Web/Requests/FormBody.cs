using AiOs.Channels.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AiOs.Channels.Web.Requests;

/// <summary>Reads a page's form up to a bound. Files stay in memory: a mail must not lie unsealed in the system's folder of temporary files.</summary>
internal static class FormBody
{
    public static async Task<Read<IFormCollection>> ReadAsync(HttpContext context, int most)
    {
        if (!RequestBody.Bound(context, most))
        {
            return Refusal.TooLarge;
        }

        try
        {
            var options = new FormOptions
            {
                MemoryBufferThreshold = most,
                MultipartBodyLengthLimit = most,
                ValueLengthLimit = most,
                ValueCountLimit = RequestLimits.Files + 10,
            };
            return new Read<IFormCollection>(await context.Request.ReadFormAsync(options, context.RequestAborted), null);
        }
        catch (Exception fault) when (fault is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return new Refusal(400, $"The form could not be read: it was cut off, or holds more than {RequestLimits.Files} files.");
        }
    }
}
