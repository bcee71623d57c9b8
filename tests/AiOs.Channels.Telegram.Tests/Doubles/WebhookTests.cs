using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace AiOs.Channels.Telegram.Tests.Doubles;

public sealed class WebhookTests
{
    [Fact]
    public async Task Push_RefusedOnce_ComesAgainWithTheSecret()
    {
        await using var bot = await Bot.StartAsync();
        var seen = new ConcurrentQueue<(string Secret, string Body)>();
        var taken = new TaskCompletionSource();
        await using var host = await ReceiveAsync((secret, body) =>
        {
            seen.Enqueue((secret, body));
            if (seen.Count < 3)
            {
                return 500;
            }

            taken.TrySetResult();
            return 200;
        });
        await bot.Client.SetWebhook(host.Urls.First() + "/telegram/webhook", secretToken: "s3cret_-", cancellationToken: Bot.Token);
        bot.Operator.Sends("hello");
        await taken.Task.WaitAsync(Bot.Token);
        Assert.Equal(3, seen.Count);
        Assert.Single(seen.Select(static one => one.Body).Distinct());
        Assert.All(seen, static one => Assert.Equal("s3cret_-", one.Secret));
        var info = await bot.Client.GetWebhookInfo(Bot.Token);
        Assert.Contains("500", info.LastErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_SeveralUpdates_KeepTheirOrder()
    {
        await using var bot = await Bot.StartAsync();
        var seen = new ConcurrentQueue<string>();
        var taken = new TaskCompletionSource();
        await using var host = await ReceiveAsync((_, body) =>
        {
            seen.Enqueue(body);
            if (seen.Count == 20)
            {
                taken.TrySetResult();
            }

            return 200;
        });
        for (var number = 0; number < 20; number++)
        {
            bot.Operator.Sends($"m{number:00}");
        }

        await bot.Client.SetWebhook(host.Urls.First() + "/", cancellationToken: Bot.Token);
        await taken.Task.WaitAsync(Bot.Token);
        Assert.All(seen.Index(), static one => Assert.Contains($"m{one.Index:00}", one.Item, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("has space")]
    [InlineData("ümlaut")]
    public async Task SetWebhook_OddSecret_IsRefused(string secret)
    {
        await using var bot = await Bot.StartAsync();
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => bot.Client.SetWebhook("https://host.example/", secretToken: secret, cancellationToken: Bot.Token));
        Assert.Contains("unallowed characters", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> ReceiveAsync(Func<string, string, int> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/{**path}", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            context.Response.StatusCode = answer(context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString(), body);
        });
        await app.StartAsync(Bot.Token);
        return app;
    }
}
