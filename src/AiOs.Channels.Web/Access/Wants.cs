using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Web.Access;

/// <summary>Which form of an answer a client understands.</summary>
internal static class Wants
{
    /// <summary>JSON: it says so, or it speaks JSON or raw mail itself.</summary>
    public static bool Json(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        if (accept.Contains("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) || request.HasFormContentType)
        {
            return false;
        }

        return HttpMethods.IsPost(request.Method) || request.Path.Value!.EndsWith(".json", StringComparison.Ordinal);
    }

    /// <summary>A page: it is a browser that goes somewhere.</summary>
    public static bool Page(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
