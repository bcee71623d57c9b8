using System.Net;
using System.Net.Sockets;
using System.Text;
using AiOs.Channels.Telegram.Tests.Fakes;
using AiOs.Contracts;
using AiOs.Testing.Telegram;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;

namespace AiOs.Channels.Telegram.Tests.Receiving;

/// <summary>TRUST part 3: a forged update, a huge body. TRUST part 4: a body read before the secret was checked.</summary>
public sealed class WebhookTests
{
    private const string Update = """{"update_id":7,"message":{"message_id":1,"date":1790000000,"chat":{"id":4711,"type":"private","first_name":"J"},"from":{"id":4711,"is_bot":false,"first_name":"J"},"text":"hello"}}""";

    [Fact]
    public async Task Post_PushedByTelegram_IsHeardInOrder()
    {
        await using var rig = await Rig.StartAsync();
        await using var host = await HookHost.StartAsync(rig);
        for (var number = 0; number < 10; number++)
        {
            rig.Operator.Sends($"m{number}");
        }

        await Doubles.Bot.Connect(rig.Server.Address, TelegramDouble.Token).SetWebhook(host.Hook.ToString(), secretToken: HookHost.Secret, cancellationToken: Rig.Token);
        await rig.Conversation.UntilAsync(() => rig.Conversation.Heard.Count == 10);
        Assert.Equal(Enumerable.Range(0, 10).Select(static number => $"m{number}"), rig.Conversation.Texts);
    }

    [Fact]
    public async Task Post_StoreAway_IsAnswered503AndComesAgain()
    {
        await using var rig = await Rig.StartAsync();
        await using var host = await HookHost.StartAsync(rig);
        var away = 2;
        rig.Conversation.OnHear = _ => Interlocked.Decrement(ref away) >= 0 ? throw new AiOsException("The store is away.") { IsTransient = true } : Task.CompletedTask;
        rig.Operator.Sends("keep this");
        var client = Doubles.Bot.Connect(rig.Server.Address, TelegramDouble.Token);
        await client.SetWebhook(host.Hook.ToString(), secretToken: HookHost.Secret, cancellationToken: Rig.Token);
        await rig.Conversation.UntilAsync(() => !rig.Conversation.Heard.IsEmpty);
        Assert.Equal(["keep this"], rig.Conversation.Texts);
        Assert.Equal(-1, away);
        Assert.Contains("503", (await client.GetWebhookInfo(Rig.Token)).LastErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Durable_IsAnsweredOnlyThen()
    {
        await using var rig = await Rig.StartAsync();
        await using var host = await HookHost.StartAsync(rig);
        var reached = new TaskCompletionSource();
        var durable = new TaskCompletionSource();
        rig.Conversation.OnHear = _ =>
        {
            reached.SetResult();
            return durable.Task;
        };
        var answer = PostAsync(host, Update);
        await reached.Task.WaitAsync(Rig.Token);
        Assert.False(answer.IsCompleted);
        durable.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("right_secret-10")]
    public async Task Post_WithoutTheSecret_IsTurnedAwayUnread(string? secret)
    {
        await using var rig = await Rig.StartAsync();
        await using var host = await HookHost.StartAsync(rig);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(host, Update, secret)).StatusCode);
        Assert.Equal(0, host.Body!.Reads);
        Assert.Empty(rig.Conversation.Heard);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(host, Update)).StatusCode);
        Assert.NotEqual(0, host.Body.Reads);
    }

    [Fact]
    public async Task Post_HeadersAloneWithoutTheSecret_IsAnsweredBeforeAnyBodyIsSent()
    {
        await using var rig = await Rig.StartAsync();
        await using var host = await HookHost.StartAsync(rig);
        Assert.StartsWith("HTTP/1.1 401", await HeadersOnlyAsync(host, "X-Telegram-Bot-Api-Secret-Token: wrong\r\nContent-Length: 500\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TooLargeByWord_IsTurnedAwayBeforeAnyBodyIsSent()
    {
        await using var rig = await Rig.StartAsync();
        await using var host = await HookHost.StartAsync(rig);
        var answer = await HeadersOnlyAsync(host, $"X-Telegram-Bot-Api-Secret-Token: {HookHost.Secret}\r\nContent-Length: 1048577\r\n");
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Equal(0, host.Body!.Reads);
    }

    [Fact]
    public async Task Post_TooLargeWithoutSayingSo_IsCutOff()
    {
        await using var rig = await Rig.StartAsync();
        await using var host = await HookHost.StartAsync(rig);
        using var content = new StreamContent(new MemoryStream(new byte[(1024 * 1024) + 1]));
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Hook) { Content = content, Headers = { { "X-Telegram-Bot-Api-Secret-Token", HookHost.Secret } } };
        request.Headers.TransferEncodingChunked = true;
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.SendAsync(request, Rig.Token)).StatusCode);
        Assert.Empty(rig.Conversation.Heard);
        Assert.Empty(rig.Inbox.Refused);
    }

    [Fact]
    public async Task Post_BodyNeverEnds_IsGivenUp()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.StartAsync(clock);
        await using var host = await HookHost.StartAsync(rig);
        var answer = HeadersOnlyAsync(host, $"X-Telegram-Bot-Api-Secret-Token: {HookHost.Secret}\r\nContent-Length: 500\r\n");
        Assert.StartsWith("HTTP/1.1 408", await clock.UntilAsync(answer, TimeSpan.FromMilliseconds(100)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json", "u/")]
    [InlineData("""{"update_id":9,"message":{"message_id":"x"}}""", "u/9")]
    [InlineData("[]", "u/")]
    public async Task Post_Unreadable_LeavesALineAndIsLetGo(string body, string key)
    {
        await using var rig = await Rig.StartAsync();
        await using var host = await HookHost.StartAsync(rig);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(host, body)).StatusCode);
        var refused = Assert.Single(rig.Inbox.Refused);
        Assert.Equal(("unreadable-update", (long)body.Length), (refused.Code, refused.Bytes));
        Assert.StartsWith(key, refused.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Polled_ThereIsNoSuchAddress()
    {
        await using var rig = await Rig.StartAsync();
        await using var host = await HookHost.StartAsync(rig, webhook: false);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(host, Update)).StatusCode);
    }

    [Fact]
    public async Task Post_SeveralOfOneChatAtOnce_OneAfterTheOther()
    {
        await using var rig = await Rig.StartAsync();
        await using var host = await HookHost.StartAsync(rig);
        var (now, most) = (0, 0);
        rig.Conversation.OnHear = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => PostAsync(host, Update)));
        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal((12, 1), (rig.Conversation.Heard.Count, most));
    }

    private static async Task<HttpResponseMessage> PostAsync(HookHost host, string body, string? secret = HookHost.Secret)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Hook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        return await client.SendAsync(request, Rig.Token);
    }

    /// <summary>Sends no byte of the body, so whoever answers has not waited for one.</summary>
    private static async Task<string> HeadersOnlyAsync(HookHost host, string headers)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Address.Host, host.Address.Port, Rig.Token);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /telegram/webhook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{headers}\r\n"), Rig.Token);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadLineAsync(Rig.Token) ?? string.Empty;
    }
}
