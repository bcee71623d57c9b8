using AiOs.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Web.Access;

/// <summary>Stands before every endpoint of the web chat: who may come in, and what a fault looks like from outside.</summary>
internal sealed partial class WebGate(WebKey key, ILogger<WebGate> logger)
{
    /// <summary>Lets in who has the key.</summary>
    public RequestDelegate Keyed(RequestDelegate next) => context => RunAsync(context, next, keyed: true);

    /// <summary>Lets in anybody on this machine: for files that hold nothing of the workspace.</summary>
    public RequestDelegate Open(RequestDelegate next) => context => RunAsync(context, next, keyed: false);

    private async Task RunAsync(HttpContext context, RequestDelegate next, bool keyed)
    {
        SecurityHeaders.Set(context.Response.Headers);
        if (Judge(context, keyed) is { } refusal)
        {
            await RefusalReply.WriteAsync(context, refusal);
        }
        else if (keyed && CarriesKeyInAddress(context.Request))
        {
            Welcome(context);
        }
        else
        {
            await GuardAsync(context, next);
        }
    }

    private Refusal? Judge(HttpContext context, bool keyed)
    {
        if (!RequestOrigin.IsLoopback(context))
        {
            return Refusal.NotLoopback;
        }

        if (keyed && !HasKey(context.Request))
        {
            return Refusal.NoKey;
        }

        return HttpMethods.IsGet(context.Request.Method) || RequestOrigin.IsSameOrigin(context.Request) ? null : Refusal.ForeignOrigin;
    }

    private bool HasKey(HttpRequest request)
    {
        const string Bearer = "Bearer ";
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return key.Opens(authorization.AsSpan(Bearer.Length).Trim());
        }

        if (request.Headers.TryGetValue("X-AiOs-Key", out var header))
        {
            return key.Opens(header.ToString());
        }

        return request.Query.TryGetValue("key", out var query)
            ? key.Opens(query.ToString())
            : request.Cookies.TryGetValue(key.CookieName, out var session) && key.OpensSession(session);
    }

    private static bool CarriesKeyInAddress(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("key") && Wants.Page(request);

    /// <summary>The key leaves the address bar, the history and the screen at once.</summary>
    private void Welcome(HttpContext context)
    {
        context.Response.Cookies.Append(key.CookieName, key.SessionToken, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            IsEssential = true,
        });
        var query = QueryString.Create(context.Request.Query.Where(static pair => pair.Key != "key"));
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = context.Request.Path.ToUriComponent() + query.ToUriComponent();
    }

    private async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone; what is durable stays.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await RefusalReply.WriteAsync(context, Classify(fault));
        }
    }

    private Refusal Classify(Exception fault)
    {
        switch (fault)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Refusal.TooLarge;
            case BadHttpRequestException:
                return Refusal.CutOff;
            case AiOsException { IsTransient: true }:
                LogRefused(logger, fault);
                return Refusal.Busy;
            case AiOsException:
                LogRefused(logger, fault);
                return Refusal.Broken;
            default:
                LogFault(logger, fault);
                return Refusal.Fault;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The workspace did not take a request of the web chat.")]
    private static partial void LogRefused(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request of the web chat failed.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
