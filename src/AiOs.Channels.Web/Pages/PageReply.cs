using AiOs.Channels.Web.Html;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Pages;

/// <summary>Answers with HTML.</summary>
internal static class PageReply
{
    public static Task WriteAsync(HttpContext context, HtmlWriter html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html.ToString(), context.RequestAborted);
    }

    /// <summary>Leads on after a form was carried out, so that a reload does not send it again.</summary>
    public static Task SeeOtherAsync(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
