using System.Security.Cryptography;
using System.Text.Json;
using AiOs.Channels.Telegram.Security;
using AiOs.Channels.Telegram.Sending;
using AiOs.Channels.Telegram.Updates;
using AiOs.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AiOs.Channels.Telegram.Receiving;

/// <summary>
/// Where Telegram calls. Who does not prove to be Telegram is turned away before one byte of the body is read, and 200 is said only when what came is
/// durable: anything else brings it again.
/// </summary>
internal sealed partial class WebhookEndpoint(IOptions<TelegramOptions> options, UpdateIntake intake, TimeProvider time, IHostApplicationLifetime life, ILogger<WebhookEndpoint> log)
{
    public const string Path = "/telegram/webhook";
    public const int MostBytes = 1024 * 1024;
    private const int MostAtOnce = 16;
    private static readonly TimeSpan BodyPatience = TimeSpan.FromSeconds(10);

    private readonly WebhookSecret _secret = new(options.Value.SecretToken);
    private readonly ChatLanes _lanes = new(MostAtOnce);
    private int _atWork;

    public async Task TakeAsync(HttpContext context)
    {
        if (!_secret.IsCarriedBy(context.Request.Headers[WebhookSecret.Header]))
        {
            TurnAway(context, StatusCodes.Status401Unauthorized);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        if (context.Request.ContentLength > MostBytes)
        {
            TurnAway(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _atWork) > MostAtOnce)
            {
                TurnAway(context, StatusCodes.Status503ServiceUnavailable);
                return;
            }

            await TakeBodyAsync(context);
        }
        finally
        {
            Interlocked.Decrement(ref _atWork);
        }
    }

    private async Task TakeBodyAsync(HttpContext context)
    {
        var (body, refusal) = await ReadAsync(context);
        if (body is null)
        {
            TurnAway(context, refusal);
            return;
        }

        try
        {
            // Once read it is taken to its end, whether or not Telegram still waits: that it comes again does no harm.
            await (UpdateReader.Read(body) is { } update ? TakeAsync(update, life.ApplicationStopping) : RefuseAsync(body, life.ApplicationStopping));
            context.Response.StatusCode = StatusCodes.Status200OK;
        }
        catch (Exception fault) when (IsForNow(fault))
        {
            NotTaken();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task TakeAsync(IncomingUpdate update, CancellationToken cancellationToken)
    {
        await using var answer = intake.AnswerOf(update);
        await _lanes.RunAsync(
            update.ChatId,
            async () =>
            {
                await intake.TakeAsync(update, answer, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>It came from Telegram, so it would come again and again.</summary>
    private Task RefuseAsync(byte[] body, CancellationToken cancellationToken) =>
        intake.RefuseAsync("u/" + (NumberOf(body) ?? Convert.ToHexStringLower(SHA256.HashData(body))), body.Length, cancellationToken);

    private async Task<(byte[]? Body, int Refusal)> ReadAsync(HttpContext context)
    {
        using var late = new CancellationTokenSource(BodyPatience, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, late.Token);
        using var body = new BoundedBuffer(MostBytes);
        try
        {
            await context.Request.Body.CopyToAsync(body, ends.Token);
            return (body.ToArray(), 0);
        }
        catch (OperationCanceledException)
        {
            return (null, StatusCodes.Status408RequestTimeout);
        }
        catch (BadHttpRequestException fault)
        {
            return (null, fault.StatusCode);
        }
        catch (IOException)
        {
            return (null, body.IsOver ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The store is away, or the host goes: what came is not kept, and another time will do.</summary>
    private bool IsForNow(Exception fault) => life.ApplicationStopping.IsCancellationRequested || (fault as AiOsException)?.IsTransient == true;

    private static string? NumberOf(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("update_id", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetRawText() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The connection ends with it, so that the server need not read what was not asked for.</summary>
    private static void TurnAway(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Connection = "close";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An update of Telegram cannot be kept now; Telegram is told to send it again.")]
    private partial void NotTaken();
}
