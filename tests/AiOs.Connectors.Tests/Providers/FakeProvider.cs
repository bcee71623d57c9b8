using System.Collections.Concurrent;
using System.Net;
using AiOs.Contracts.Effects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace AiOs.Connectors.Tests.Providers;

/// <summary>
/// A provider over real HTTP on loopback: <c>POST /things</c> makes a thing, <c>GET /things/{reference}</c> shows one. It has the faults
/// that it is told, one for each request that comes in, and then none. As a Keyed one it makes the same key once.
/// </summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    public const string KeyHeader = "Idempotency-Key";
    public const string ReferenceHeader = "X-Reference";
    public const int RetryAfterSeconds = 7;

    private readonly OutcomeClass _class;
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Fault> _faults = new();
    private readonly ConcurrentQueue<string> _posts = new();
    private readonly Lock _gate = new();
    private readonly List<string> _applied = [];
    private readonly TaskCompletionSource _late = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _lateDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _gets;

    private FakeProvider(OutcomeClass outcomeClass, WebApplication app)
    {
        (_class, _app) = (outcomeClass, app);
        app.MapPost("/things", PostAsync);
        app.MapGet("/things/{reference}", Get);
    }

    /// <summary>Where it listens.</summary>
    public Uri Place { get; private set; } = new("http://127.0.0.1");

    /// <summary>The references of the things that were made.</summary>
    public IReadOnlyList<string> Applied
    {
        get
        {
            lock (_gate) return [.. _applied];
        }
    }

    /// <summary>The keys of the requests that came in, whatever became of them.</summary>
    public IReadOnlyList<string> Posts => [.. _posts];

    public int Gets => _gets;

    /// <summary>Ends when a request is being held: it hangs, or is done late.</summary>
    public TaskCompletionSource Holding { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<FakeProvider> StartAsync(OutcomeClass outcomeClass, params Fault[] faults)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var provider = new FakeProvider(outcomeClass, builder.Build());
        foreach (var fault in faults) provider._faults.Enqueue(fault);
        await provider._app.StartAsync();
        provider.Place = new Uri(provider._app.Urls.Single());
        if (faults is not [Fault.Refused]) return provider;
        await provider._app.StopAsync();
        return provider;
    }

    /// <summary>Lets what is held happen, and waits until it has.</summary>
    public async Task FinishLateAsync()
    {
        _late.TrySetResult();
        await _lateDone.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        _late.TrySetResult();
        await _app.DisposeAsync();
    }

    private async Task PostAsync(HttpContext context)
    {
        var key = context.Request.Headers[KeyHeader].ToString();
        var reference = context.Request.Headers[ReferenceHeader].ToString();
        _posts.Enqueue(key);
        using var body = new StreamReader(context.Request.Body);
        await body.ReadToEndAsync();
        var fault = _faults.TryDequeue(out var next) ? next : Fault.None;
        switch (fault)
        {
            case Fault.DropBefore:
                context.Abort();
                break;
            case Fault.DropAfter:
                Apply(key, reference);
                context.Abort();
                break;
            case Fault.LateApply:
                Holding.TrySetResult();
                await _late.Task;
                Apply(key, reference);
                _lateDone.TrySetResult();
                break;
            case Fault.Hang:
                Holding.TrySetResult();
                await _end.Task;
                break;
            default:
                await AnswerAsync(context, fault, key, reference);
                break;
        }
    }

    private async Task AnswerAsync(HttpContext context, Fault fault, string key, string reference)
    {
        switch (fault)
        {
            case Fault.ErrorAfter:
                Apply(key, reference);
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case Fault.Conflict:
                if (_class == OutcomeClass.Keyed) Apply(key, reference);
                context.Response.StatusCode = StatusCodes.Status409Conflict;
                break;
            case Fault.TooMany:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
                break;
            case Fault.HalfBody:
                Apply(key, reference);
                context.Response.StatusCode = StatusCodes.Status201Created;
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("{\"id\":");
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            default:
                context.Response.StatusCode = Apply(key, reference) ? StatusCodes.Status201Created : StatusCodes.Status409Conflict;
                context.Response.Headers.Location = $"/things/{reference}";
                await context.Response.WriteAsync("{\"id\":\"1\"}");
                break;
        }
    }

    private IResult Get(string reference)
    {
        Interlocked.Increment(ref _gets);
        return Applied.Contains(reference) ? Results.Text(reference) : Results.NotFound();
    }

    /// <summary>Makes the thing; false where the key has made it already.</summary>
    private bool Apply(string key, string reference)
    {
        lock (_gate)
        {
            if (_class == OutcomeClass.Keyed && key.Length > 0 && _applied.Contains(reference)) return false;
            _applied.Add(reference);
            return true;
        }
    }
}
