using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Telegram.Tests.Fakes;

/// <summary>A host that has the webhook, on a real server; it counts the bytes of bodies that anything read.</summary>
internal sealed class HookHost : IAsyncDisposable
{
    public const string Secret = "right_secret-1";

    private readonly WebApplication _app;

    private HookHost(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public Uri Hook => new(Address, "/telegram/webhook");

    public CountingBody? Body { get; private set; }

    /// <summary>Starts it. The webhook's address is one that Telegram cannot know before the server has a port, so the double is told apart.</summary>
    public static async Task<HookHost> StartAsync(Rig rig, bool webhook = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        rig.AddTo(builder.Services, webhook ? [("Mode", "Webhook"), ("WebhookUrl", "http://127.0.0.1:9/telegram/webhook"), ("SecretToken", Secret)] : []);
        // The receiver of this host would tell Telegram that address.
        builder.Services.Remove(builder.Services.Single(static one => one.ImplementationType?.Name == "TelegramReceiver"));
        var app = builder.Build();
        var host = new HookHost(app);
        app.Use(async (context, next) =>
        {
            context.Request.Body = host.Body = new CountingBody(context.Request.Body);
            await next(context);
        });
        app.UseRouting();
        app.MapTelegram();
        await app.StartAsync(Rig.Token);
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
