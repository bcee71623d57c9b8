using System.Text;
using AiOs.Channels.Web.Access;
using AiOs.Contracts.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;

namespace AiOs.Channels.Web.Endpoints;

/// <summary>Tells open pages which work items changed (server-sent events). It says what to look at again, never what it says.</summary>
internal sealed class EventEndpoints(IDesk desk, TimeProvider clock, IHostApplicationLifetime life)
{
    private const int MostStreams = 64;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly Refusal TooMany = new(503, "Too many pages are open: close some, or reload this one later.");
    private int _streams;

    public async Task WatchAsync(HttpContext context)
    {
        if (Interlocked.Increment(ref _streams) > MostStreams)
        {
            Interlocked.Decrement(ref _streams);
            await RefusalReply.WriteAsync(context, TooMany);
            return;
        }

        // A page left open must not hold up the host when it stops.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await TellAsync(context.Response, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page was closed, or the host stops.
        }
        finally
        {
            Interlocked.Decrement(ref _streams);
        }
    }

    private async Task TellAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var changes = desk.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        // Listening begins before the page hears that it does, so that nothing falls in between.
        var next = changes.MoveNextAsync().AsTask();
        try
        {
            using var timer = new PeriodicTimer(Heartbeat, clock);
            await SendAsync(response, "retry: 2000\n\n", cancellationToken);
            await BeatUntilAsync(response, timer, next, cancellationToken);
            while (await next)
            {
                await SendAsync(response, $"data: {changes.Current}\n\n", cancellationToken);
                next = changes.MoveNextAsync().AsTask();
                await BeatUntilAsync(response, timer, next, cancellationToken);
            }
        }
        finally
        {
            // A reader may not be put away while it is still reading.
            await stop.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Shows the page, and every proxy between, that the line is alive while nothing changes.</summary>
    private static async Task BeatUntilAsync(HttpResponse response, PeriodicTimer timer, Task next, CancellationToken cancellationToken)
    {
        while (!next.IsCompleted)
        {
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var beat = timer.WaitForNextTickAsync(wait.Token).AsTask();
            if (await Task.WhenAny(next, beat) == beat)
            {
                await beat;
                await SendAsync(response, ": here\n\n", cancellationToken);
            }
            else
            {
                // A timer has one waiter at a time.
                await wait.CancelAsync();
                await ((Task)beat).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.BodyWriter.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }
}
