using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Teams.Tests.Hosting;

/// <summary>A server that is not the connector: it writes down who comes with what, and answers as it is told.</summary>
internal sealed class Elsewhere : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Elsewhere(WebApplication app) => _app = app;

    /// <summary>The header of each request, or nothing.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = new();

    public Uri Address => new(_app.Urls.First());

    public Func<HttpContext, Task> Answer { get; set; } = static _ => Task.CompletedTask;

    public static async Task<Elsewhere> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var made = new Elsewhere(builder.Build());
        made._app.Run(made.HandleAsync);
        await made._app.StartAsync(TeamsHost.Token);
        return made;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        Authorizations.Enqueue(context.Request.Headers.Authorization.ToString());
        return Answer(context);
    }
}
