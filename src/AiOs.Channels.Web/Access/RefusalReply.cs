using AiOs.Channels.Web.Json;
using AiOs.Channels.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Access;

/// <summary>Tells a client that its request is not carried out, in the form it understands.</summary>
internal static class RefusalReply
{
    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (Wants.Json(context.Request))
        {
            return JsonReply.WriteAsync(context, refusal, static (json, value) => WorkItemJson.WriteError(json, value.Sentence));
        }

        if (Wants.Page(context.Request))
        {
            return PageReply.WriteAsync(context, RefusalPage.Render(refusal));
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(refusal.Sentence + "\n", context.RequestAborted);
    }
}
