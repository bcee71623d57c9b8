using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Assets;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Endpoints;

/// <summary>The files that pages refer to. They hold nothing of the workspace, so the page that asks for the key may use them too.</summary>
internal static class AssetEndpoints
{
    public static async Task ShowAsync(HttpContext context)
    {
        if (PageAssets.Find(context.Request.RouteValues["name"] as string) is not { } asset)
        {
            await RefusalReply.WriteAsync(context, Refusal.Unknown);
            return;
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.ContentType = asset.MediaType;
        context.Response.ContentLength = asset.Bytes.Length;
        await context.Response.Body.WriteAsync(asset.Bytes, context.RequestAborted);
    }
}
