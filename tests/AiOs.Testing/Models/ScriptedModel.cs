using System.Collections.Concurrent;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using AiOs.Testing.Models.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Testing.Models;

/// <summary>
/// A model server over real HTTP that speaks OpenAI's <c>POST /v1/chat/completions</c> (streamed or whole, held to a JSON schema, with tools),
/// <c>POST /v1/embeddings</c> and <c>GET /v1/models</c>. It answers as it is told, goes wrong as it is told, and counts what it did.
/// </summary>
public sealed class ScriptedModel : IAsyncDisposable
{
    private const int OversizedPieces = 4_000;
    private const int Dimensions = 64;

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentQueue<ChatFault> _faults = new();
    private readonly ConcurrentQueue<ChatSeen> _seen = new();
    private readonly Lock _gate = new();
    private long _input;
    private long _output;
    private long _answered;
    private Int128 _billionths;

    private ScriptedModel(WebApplication app)
    {
        _app = app;
        app.MapPost("/v1/chat/completions", ChatAsync);
        app.MapPost("/v1/embeddings", EmbedAsync);
        app.MapGet("/v1/models", () => Results.Json(new JsonObject { ["object"] = "list", ["data"] = new JsonArray(new JsonObject { ["id"] = Name, ["object"] = "model" }) }));
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => new(_app.Urls.First() + "/v1");

    /// <summary>What its model is called.</summary>
    public string Name { get; set; } = "scripted";

    /// <summary>What a million tokens of questions cost, in hundredths of the currency's unit such as cents.</summary>
    public long InputPrice { get; set; } = 300;

    /// <summary>What a million tokens of answers cost.</summary>
    public long OutputPrice { get; set; } = 1_200;

    /// <summary>Writes an answer. Nothing: the least that fits the schema.</summary>
    public Func<ChatSeen, string>? Answer { get; set; }

    /// <summary>Whether it carries out every order that stands in a text, whoever wrote it.</summary>
    public bool IsObedient { get; set; }

    /// <summary>Whether it cannot be held to a schema and says so with 400.</summary>
    public bool RefusesSchema { get; set; }

    /// <summary>How every answer goes wrong for which no other fault is set.</summary>
    public ChatFault Always { get; set; }

    /// <summary>What an answer waits for.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<ChatSeen> Seen => [.. _seen];

    /// <summary>How many requests came.</summary>
    public int Calls => _seen.Count;

    /// <summary>How many of them it worked on, so that they cost something.</summary>
    public long Answered => Read(() => _answered);

    /// <summary>The tokens of the questions that it worked on.</summary>
    public long InputTokens => Read(() => _input);

    /// <summary>The tokens of its answers.</summary>
    public long OutputTokens => Read(() => _output);

    /// <summary>What that cost, in billionths of a hundredth of the currency's unit.</summary>
    public Int128 Billionths => Read(() => _billionths);

    /// <summary>What that cost in whole hundredths, rounded up once.</summary>
    public long Cents => (long)((Billionths + 999_999_999) / 1_000_000_000);

    /// <summary>Starts one on a free port of this machine.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running server.</returns>
    public static async Task<ScriptedModel> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var made = new ScriptedModel(builder.Build());
        await made._app.StartAsync(cancellationToken);
        return made;
    }

    /// <summary>The next answers go wrong so, one each.</summary>
    /// <param name="faults">How, in order.</param>
    public void FailNext(params ReadOnlySpan<ChatFault> faults)
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

    private async Task ChatAsync(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject ?? [];
        var seen = new ChatSeen(body, context.Request.Headers.Authorization.ToString());
        _seen.Enqueue(seen);
        await ((Task)Hold.WaitAsync(_closed.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var fault = _faults.TryDequeue(out var next) ? next : Always;
        if (RefusesSchema && seen.Schema is not null)
        {
            await RefuseAsync(context, HttpStatusCode.BadRequest, "response_format is not supported");
        }
        else if (!await FailAsync(context, fault))
        {
            await AnswerAsync(context, seen, fault);
        }
    }

    private async Task<bool> FailAsync(HttpContext context, ChatFault fault)
    {
        switch (fault)
        {
            case ChatFault.TooMany or ChatFault.TooManyForLong:
                context.Response.Headers.RetryAfter = fault is ChatFault.TooMany ? "1" : "3600";
                return await RefuseAsync(context, HttpStatusCode.TooManyRequests, "not now");
            case ChatFault.Broken:
                return await RefuseAsync(context, HttpStatusCode.InternalServerError, "not now");
            case ChatFault.Unauthorised:
                return await RefuseAsync(context, HttpStatusCode.Unauthorized, "wrong key");
            case ChatFault.Hang:
                await ((Task)Task.Delay(Timeout.Infinite, _closed.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return true;
            case ChatFault.NoProtocol:
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<html>welcome</html>");
                return true;
            default:
                return false;
        }
    }

    private async Task AnswerAsync(HttpContext context, ChatSeen seen, ChatFault fault)
    {
        var calls = IsObedient ? Obedience.CallsFor(seen) : [];
        var text = fault switch
        {
            ChatFault.Malformed => "I would rather talk about the weather.",
            ChatFault.WrongSchema => """{"weather":"fine"}""",
            ChatFault.Empty => string.Empty,
            ChatFault.Oversized => new string('x', 24 * OversizedPieces),
            _ when IsObedient => Obedience.AnswerTo(seen),
            _ when Answer is { } write => write(seen),
            _ => SchemaFiller.Least.Fill(seen.Schema)?.ToJsonString() ?? "{}",
        };
        var usage = Count(seen.Tokens, ChatSeen.TokensOf(text + string.Concat(calls.Select(static call => call.Arguments))));
        if (seen.IsStreamed)
        {
            await StreamAsync(context, seen, ChatWire.Pieces(Name, text, calls), fault, usage);
        }
        else
        {
            await context.Response.WriteAsJsonAsync(ChatWire.Whole(Name, text, calls, fault is ChatFault.NoUsage ? null : usage));
        }
    }

    private async Task StreamAsync(HttpContext context, ChatSeen seen, IEnumerable<JsonObject> pieces, ChatFault fault, JsonObject usage)
    {
        context.Response.ContentType = "text/event-stream";
        var left = fault is ChatFault.CutStream or ChatFault.Stall ? 2 : int.MaxValue;
        foreach (var piece in pieces)
        {
            if (left-- == 0)
            {
                await EndEarlyAsync(context, fault);
                return;
            }

            await EventAsync(context, piece.ToJsonString());
        }

        if (fault is not ChatFault.NoUsage && seen.Body["stream_options"]?["include_usage"]?.GetValue<bool>() == true)
        {
            await EventAsync(context, ChatWire.Cost(Name, usage).ToJsonString());
        }

        await EventAsync(context, "[DONE]");
    }

    private async Task EndEarlyAsync(HttpContext context, ChatFault fault)
    {
        await context.Response.Body.FlushAsync();
        if (fault is ChatFault.Stall)
        {
            await ((Task)Task.Delay(Timeout.Infinite, _closed.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        context.Features.Get<IHttpRequestLifetimeFeature>()?.Abort();
    }

    private static Task EventAsync(HttpContext context, string data) => context.Response.WriteAsync("data: " + data + "\n\n", context.RequestAborted);

    private static async Task<bool> RefuseAsync(HttpContext context, HttpStatusCode status, string why)
    {
        context.Response.StatusCode = (int)status;
        await context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = new JsonObject { ["message"] = why, ["type"] = "server_error" } });
        return true;
    }

    private JsonObject Count(long input, long output)
    {
        lock (_gate)
        {
            _answered++;
            _input += input;
            _output += output;
            // A price for a million is the price of one in millionths, which are a thousand billionths.
            _billionths += (((Int128)input * InputPrice) + ((Int128)output * OutputPrice)) * 1_000;
        }

        return ChatWire.Usage(input, output);
    }

    private T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private static async Task<IResult> EmbedAsync(HttpRequest request)
    {
        var body = await JsonNode.ParseAsync(request.Body) as JsonObject ?? [];
        var packed = body["encoding_format"]?.GetValue<string>() == "base64";
        var texts = body["input"] is JsonArray several ? [.. several.Select(static one => one!.GetValue<string>())] : new[] { body["input"]!.GetValue<string>() };
        var data = texts.Select((text, index) => (JsonNode)new JsonObject { ["object"] = "embedding", ["index"] = index, ["embedding"] = Vector(text, packed) });
        return Results.Json(new JsonObject { ["object"] = "list", ["model"] = body["model"]?.DeepClone(), ["data"] = new JsonArray([.. data]), ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["total_tokens"] = 1 } });
    }

    /// <summary>Counts letters: texts that are alike have vectors that are.</summary>
    private static JsonNode Vector(string text, bool packed)
    {
        var vector = new float[Dimensions];
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            vector[unit % Dimensions]++;
        }

        return packed ? Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan())) : new JsonArray([.. vector.Select(static value => (JsonNode)value)]);
    }
}
