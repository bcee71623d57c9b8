using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Requests;

/// <summary>Reads what a page's form or a script's JSON says: the same post either way.</summary>
internal static class PostBody
{
    public static async Task<Read<T>> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type, Func<IFormCollection, T> ofForm)
        where T : class
    {
        if (!context.Request.HasFormContentType)
        {
            return await RequestBody.ReadJsonAsync(context, RequestLimits.DecisionBytes, type);
        }

        var form = await FormBody.ReadAsync(context, RequestLimits.DecisionBytes);
        return form.Value is { } fields ? ofForm(fields) : form.Refusal!;
    }
}
