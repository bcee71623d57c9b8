using System.Text;

namespace AiOs.Testing.Telegram.Server;

/// <summary>Pushes updates to the webhook, in order, and again until each is taken.</summary>
internal sealed class UpdatePush(TelegramWorld world, TimeProvider time) : IDisposable
{
    private const int LongestWait = 500;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(60) };

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var news = world.News;
            if (world.Webhook is not { } hook || world.First() is not { } update)
            {
                await news.WaitAsync(cancellationToken);
                continue;
            }

            if (await PushAsync(hook, update.Json, cancellationToken) is not { } error)
            {
                world.Forget(update.Id);
                failures = 0;
                continue;
            }

            lock (world.Gate)
            {
                world.Webhook = world.Webhook is { } now ? now with { LastError = error, LastErrorAt = world.Now } : null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(20 * ++failures, LongestWait)), time, cancellationToken);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<string?> PushAsync(TelegramWebhook hook, string json, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, hook.Url) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (hook.Secret is { } secret)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? null : $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}";
        }
        catch (HttpRequestException)
        {
            return "Connection refused";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "Read timeout expired";
        }
    }
}
