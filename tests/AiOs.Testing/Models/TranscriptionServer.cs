using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Testing.Models;

/// <summary>
/// A model server over real HTTP that speaks OpenAI's <c>POST /v1/audio/transcriptions</c>. It hears what the recording says: its bytes, read as text.
/// </summary>
public sealed class TranscriptionServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentQueue<ModelFault> _faults = new();
    private readonly ConcurrentQueue<HeardRecording> _heard = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TranscriptionServer(WebApplication app)
    {
        _app = app;
        app.MapPost("/v1/audio/transcriptions", AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => new(_app.Urls.First() + "/v1");

    /// <summary>What it was sent, in order.</summary>
    public IReadOnlyList<HeardRecording> Heard => [.. _heard];

    /// <summary>The first request has come.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Starts one on a free port of this machine.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running server.</returns>
    public static async Task<TranscriptionServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var made = new TranscriptionServer(builder.Build());
        await made._app.StartAsync(cancellationToken);
        return made;
    }

    /// <summary>The next answers go wrong so, one each.</summary>
    /// <param name="faults">How, in order.</param>
    public void FailNext(params ReadOnlySpan<ModelFault> faults)
    {
        foreach (var fault in faults)
        {
            _faults.Enqueue(fault);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_closed.IsCancellationRequested)
        {
            await _closed.CancelAsync();
            await _app.DisposeAsync();
            _closed.Dispose();
        }
    }

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var file = form.Files.GetFile("file");
        if (file is null || !form.TryGetValue("model", out var model))
        {
            return Refusal(HttpStatusCode.BadRequest, "file and model are needed");
        }

        using var reader = new StreamReader(file.OpenReadStream());
        var said = await reader.ReadToEndAsync();
        _heard.Enqueue(new HeardRecording(file.FileName, model.ToString(), form["response_format"].ToString(), request.Headers.Authorization.ToString(), said.Length));
        _asked.TrySetResult();
        return _faults.TryDequeue(out var fault) ? await FaultAsync(fault) : Results.Json(new JsonObject { ["text"] = said });
    }

    private async Task<IResult> FaultAsync(ModelFault fault)
    {
        switch (fault)
        {
            case ModelFault.TooMany:
                return Refusal(HttpStatusCode.TooManyRequests, "not now");
            case ModelFault.Broken:
                return Refusal(HttpStatusCode.InternalServerError, "not now");
            case ModelFault.Unauthorised:
                return Refusal(HttpStatusCode.Unauthorized, "wrong key");
            case ModelFault.Hang:
                await ((Task)Task.Delay(Timeout.Infinite, _closed.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return Results.StatusCode(503);
            case ModelFault.NoJson:
                return Results.Text("<html>", "text/html");
            default:
                return Results.Json(new JsonObject { ["nothing"] = true });
        }
    }

    private static IResult Refusal(HttpStatusCode status, string why) =>
        Results.Json(new JsonObject { ["error"] = new JsonObject { ["message"] = why, ["type"] = "server_error" } }, statusCode: (int)status);
}
