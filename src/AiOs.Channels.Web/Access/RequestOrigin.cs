using System.Net;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Access;

/// <summary>Where a request came from, as far as the connection and the browser tell.</summary>
internal static class RequestOrigin
{
    /// <summary>
    /// A loopback connection that also asks for a loopback name: a page on a foreign name that resolves to
    /// 127.0.0.1 (DNS rebinding) comes over the right connection with the wrong name.
    /// </summary>
    public static bool IsLoopback(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
        && IsLoopbackName(context.Request.Host.Host);

    /// <summary>
    /// Whether a request that changes something may come from where it says it comes from. Scripts outside a browser
    /// send neither header. With our referrer policy a browser sends <c>Origin: null</c> for our own forms, so there
    /// <c>Sec-Fetch-Site</c> decides.
    /// </summary>
    public static bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none"))
        {
            return false;
        }

        return origin.Length == 0
            || (origin == "null" && site == "same-origin")
            || origin.Equals($"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsLoopbackName(string host) =>
        host is "127.0.0.1" or "[::1]" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
