using System.Net;
using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Security;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Teams.Endpoint;

/// <summary>
/// For a playground: believes whoever is on this machine itself. A proxy before us would make everybody seem to be, and a page in a browser is on this
/// machine and not ours, so what shows the marks of either is turned away.
/// </summary>
internal sealed class LoopbackGate(ServiceUrls urls) : ICallerGate
{
    private static readonly string[] Marks = ["Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Original-Host", "X-Original-URL", "True-Client-IP", "CF-Connecting-IP", "Origin", "Referer", "Cookie"];

    public Task<TokenVerdict> JudgeAsync(HttpContext context) => Task.FromResult<TokenVerdict>(Refusal(context) is { } code
        ? new TokenVerdict.Refused(403, code)
        : new TokenVerdict.Good(null, []));

    public TokenVerdict Judge(TokenVerdict.Good caller, IncomingActivity activity) =>
        urls.Allows(activity.ServiceUrl) && Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) && url.IsLoopback
            ? new TokenVerdict.Fits()
            : new TokenVerdict.Refused(403, "unknown-host");

    private static string? Refusal(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from) ? "not-from-here"
        : context.Request.Headers.Keys.Any(IsMark) ? "through-others"
        : !IsOurName(context.Request.Host.Host) ? "other-name"
        : context.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true ? "no-json"
        : null;

    private static bool IsMark(string header) =>
        header.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || header.StartsWith("Sec-Fetch", StringComparison.OrdinalIgnoreCase) || Marks.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static bool IsOurName(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
