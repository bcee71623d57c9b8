using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Testing.Tools;

/// <summary>
/// An outside system with tools, such as a shop's, over real HTTP on loopback: <c>POST /tools/{tool}</c> makes a call, <c>GET /calls/{reference}</c>
/// says whether one was made. It keeps its own log, which nobody's crash touches.
/// </summary>
public sealed class ToolServer : IAsyncDisposable
{
    internal const string KeyHeader = "Idempotency-Key";
    internal const string ReferenceHeader = "X-Reference";

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<ToolCall> _came = [];
    private readonly List<ToolCall> _made = [];

    private ToolServer(WebApplication app)
    {
        _app = app;
        app.MapPost("/tools/{tool}", CallAsync);
        app.MapGet("/calls/{reference}", Show);
    }

    /// <summary>Where it listens.</summary>
    public Uri Place => new(_app.Urls.First());

    /// <summary>What a call that has come waits for before it is made. False: it is never made, and the caller hears nothing.</summary>
    public Func<ToolCall, Task<bool>> Coming { get; set; } = static _ => Task.FromResult(true);

    /// <summary>What a call that was made waits for before it is answered. False: the caller hears nothing.</summary>
    public Func<ToolCall, Task<bool>> Answering { get; set; } = static _ => Task.FromResult(true);

    /// <summary>The broken variant: it takes a key and makes the same call again.</summary>
    public bool ForgetsKeys { get; set; }

    /// <summary>The broken variant: whoever asks for a call hears that there is none.</summary>
    public bool HidesCalls { get; set; }

    /// <summary>Every call that came, made or not, in order.</summary>
    public IReadOnlyList<ToolCall> Came => Read(_came);

    /// <summary>Every call that was made, in order.</summary>
    public IReadOnlyList<ToolCall> Made => Read(_made);

    /// <summary>Starts one on a free port of this machine.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running server.</returns>
    public static async Task<ToolServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var made = new ToolServer(builder.Build());
        await made._app.StartAsync(cancellationToken);
        return made;
    }


    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task CallAsync(HttpContext context, string tool)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var call = new ToolCall(tool, context.Request.Headers[ReferenceHeader].ToString(), body.RootElement.GetProperty("args").GetRawText());
        lock (_gate)
        {
            _came.Add(call);
        }

        if (!await Coming(call))
        {
            context.Abort();
            return;
        }

        var isNew = Make(call, isKeyed: context.Request.Headers.ContainsKey(KeyHeader));
        if (!await Answering(call))
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = isNew ? StatusCodes.Status201Created : StatusCodes.Status409Conflict;
    }

    private bool Make(ToolCall call, bool isKeyed)
    {
        lock (_gate)
        {
            if (isKeyed && !ForgetsKeys && _made.Exists(made => made.Reference == call.Reference))
            {
                return false;
            }

            _made.Add(call);
            return true;
        }
    }

    private IResult Show(string reference) =>
        !HidesCalls && Made.Any(made => made.Reference == reference) ? Results.Text(reference) : Results.NotFound();

    private List<ToolCall> Read(List<ToolCall> calls)
    {
        lock (_gate)
        {
            return [.. calls];
        }
    }
}
