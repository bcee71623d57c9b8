using System.Net;
using System.Net.Sockets;
using AiOs.Connectors.Http;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Effects;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Connectors.Tests.Http;

/// <summary>Every answer of a web service, and what of it is certain.</summary>
public sealed class HttpAttemptTests
{
    private readonly FakeTimeProvider _time = new(Effects.Decided);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("200 OK", "done")]
    [InlineData("201 Created", "done")]
    [InlineData("301 Moved", "unknown")]
    [InlineData("302 Found", "unknown")]
    [InlineData("303 See Other", "unknown")]
    [InlineData("307 Temporary Redirect", "failed")]
    [InlineData("308 Permanent Redirect", "failed")]
    [InlineData("400 Bad", "failed")]
    [InlineData("401 Who", "failed")]
    [InlineData("404 Nowhere", "failed")]
    [InlineData("408 Slow", "may-retry")]
    [InlineData("409 Conflict", "failed")]
    [InlineData("425 Early", "may-retry")]
    [InlineData("429 Many", "may-retry")]
    [InlineData("500 Ill", "unknown")]
    [InlineData("502 Gate", "unknown")]
    [InlineData("503 Busy", "unknown")]
    [InlineData("504 Late", "unknown")]
    [InlineData("599 What", "unknown")]
    public async Task Send_Status_EndsInWhatIsCertain(string status, string end)
    {
        await using var server = new RawHttpServer(_ => Answer(status, "Location: http://127.0.0.1:1/other\r\n"));
        Assert.Equal((end, 1), (Told(await SendAsync(server.Place)), server.Requests));
    }

    [Theory]
    [InlineData("429 Many", "Retry-After: 7\r\n", 7)]
    [InlineData("503 Busy", "Retry-After: 120\r\n", 120)]
    [InlineData("503 Busy", "Retry-After: Tue, 03 Mar 2026 09:31:15 GMT\r\n", 60)]
    [InlineData("429 Many", "Retry-After: Tue, 03 Mar 2020 09:31:15 GMT\r\n", 0)]
    public async Task Send_AskedToWait_TellsHowLong(string status, string header, int seconds)
    {
        await using var server = new RawHttpServer(_ => Answer(status, header));
        var failed = Assert.IsType<EffectResult.Failed>(await SendAsync(server.Place));
        Assert.Equal((true, TimeSpan.FromSeconds(seconds)), (failed.MayRetry, failed.RetryAfter));
    }

    [Theory]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Length: 50\r\nConnection: close\r\n\r\n{\"id\"", "unknown")]
    [InlineData("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\n{\"id\"", "unknown")]
    [InlineData("HTTP/1.1 201 Cre\r\nConnection: close", "unknown")]
    [InlineData("HTTP/1.1 2", "unknown")]
    [InlineData("SSH-2.0-what Connection: close\r\n", "unknown")]
    [InlineData("HTTP/1.1 400 Bad\r\nContent-Length: 50\r\nConnection: close\r\n\r\nno", "failed")]
    [InlineData("HTTP/1.1 429 Many\r\nContent-Length: 50\r\nConnection: close\r\n\r\nno", "may-retry")]
    public async Task Send_HalfAnAnswer_IsTakenForWhatCame(string answer, string end)
    {
        await using var server = new RawHttpServer(_ => answer.Contains("Connection: close", StringComparison.Ordinal) ? answer : answer + "Connection: close");
        Assert.Equal((end, 1), (Told(await SendAsync(server.Place)), server.Requests));
    }

    [Fact]
    public async Task Send_AnswerWithoutEnd_IsNotReadToIt()
    {
        await using var server = new RawHttpServer(_ => Answer("200 OK", string.Empty, new string('x', 3_000_000)));
        Assert.Contains("too long", Assert.IsType<EffectResult.Unknown>(await SendAsync(server.Place)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_SecondRequestIsDropped_IsNotSentAgain()
    {
        await using var server = new RawHttpServer(n => n == 1 ? Answer("200 OK") : null);
        Assert.Equal("done", Told(await SendAsync(server.Place)));
        Assert.Equal("unknown", Told(await SendAsync(server.Place)));
        Assert.Equal((2, 2), (server.Requests, server.Connections));
    }

    [Fact]
    public async Task Send_OverAUsedConnection_IsCaughtByTheSameCount()
    {
        await using var server = new RawHttpServer(n => n == 1 ? Answer("200 OK") : null);
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var client = new HttpClient(handler);
        using var first = await client.GetAsync(server.Place, Token);
        await first.Content.ReadAsByteArrayAsync(Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(server.Place, Token));
        Assert.True(server.Requests > 2, $"{server.Requests} requests");
    }

    [Fact]
    public async Task Send_NobodyThere_FailedForCertain()
    {
        Uri place;
        await using (var server = new RawHttpServer(_ => null)) place = server.Place;
        Assert.Equal("may-retry", Told(await SendAsync(place)));
    }

    [Fact]
    public async Task Send_NoSuchName_FailedForCertain()
    {
        var exchange = new HttpExchange(_time) { Connect = (_, _) => throw new SocketException((int)SocketError.HostNotFound) };
        Assert.Equal("may-retry", Told(await SendAsync(new Uri("http://nobody.example/things"), exchange: exchange)));
    }

    [Fact]
    public async Task Send_NoSafeConnection_SendsNothing()
    {
        await using var server = new RawHttpServer(_ => Answer("200 OK")) { TurnsAway = true };
        var result = await SendAsync(new UriBuilder(server.Place) { Scheme = "https" }.Uri);
        Assert.IsType<EffectResult.Failed>(result);
        Assert.Equal((0, 1), (server.Requests, server.Connections));
    }

    [Fact]
    public async Task Send_ConnectsUntilTheDeadline_FailedForCertain()
    {
        var connecting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var exchange = new HttpExchange(_time)
        {
            Connect = async (_, token) =>
            {
                connecting.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, token);
                throw new SocketException();
            },
        };
        var sending = SendAsync(new Uri("http://far.example/"), exchange: exchange);
        await connecting.Task.WaitAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("may-retry", Told(await sending));
    }

    [Fact]
    public async Task Send_ProxyOfTheMachine_IsNotAsked()
    {
        var asked = new List<string>();
        var exchange = new HttpExchange(_time)
        {
            Connect = (place, _) =>
            {
                asked.Add(place.Host);
                throw new SocketException();
            },
        };
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy("http://proxy.example:8080");
        try
        {
            await SendAsync(new Uri("http://things.example/"), exchange: exchange);
            using var plain = new SocketsHttpHandler { ConnectCallback = (context, token) => exchange.Connect(context.DnsEndPoint, token) };
            using var control = new HttpClient(plain);
            await Assert.ThrowsAsync<HttpRequestException>(() => control.GetAsync(new Uri("http://things.example/"), Token));
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Equal(["things.example", "proxy.example"], asked);
    }

    [Fact]
    public async Task Send_ReferenceThatCannotBeRead_IsDoneAllTheSame()
    {
        await using var server = new RawHttpServer(_ => Answer("200 OK"));
        var done = Assert.IsType<EffectResult.Done>(await SendAsync(server.Place, reference: _ => throw new FormatException("odd")));
        Assert.Equal("key", done.Reference);
    }

    [Fact]
    public async Task Send_DeadlineIsOver_DoesNotConnect()
    {
        await using var server = new RawHttpServer(_ => Answer("200 OK"));
        var permit = Effects.Permit(Effects.Arguments(), _time.GetUtcNow());
        var result = await new HttpAttempt(new HttpExchange(_time), _time).SendAsync(Call(server.Place), permit, TimeSpan.FromSeconds(20), Token);
        Assert.Equal(("may-retry", 0), (Told(result), server.Connections));
    }

    [Theory]
    [InlineData("200 OK", "found")]
    [InlineData("404 Nowhere", "not-found")]
    [InlineData("410 Gone", "not-found")]
    [InlineData("204 Empty", "cannot-tell")]
    [InlineData("302 Found", "cannot-tell")]
    [InlineData("403 No", "cannot-tell")]
    [InlineData("500 Ill", "cannot-tell")]
    [InlineData(null, "cannot-tell")]
    public async Task LookUp_Status_IsFoundNotFoundOrNeither(string? status, string end)
    {
        await using var server = new RawHttpServer(_ => status is null ? null : Answer(status));
        var told = await new HttpLookUp(new HttpExchange(_time)).GetAsync(
            "things", server.Place, _ => new EffectLookUp.Found("r", "There."), TimeSpan.FromSeconds(20), Token);
        Assert.Equal(end, told switch { EffectLookUp.Found => "found", EffectLookUp.NotFound => "not-found", _ => "cannot-tell" });
    }

    private static string Answer(string status, string headers = "", string body = "{}") => status.StartsWith("204", StringComparison.Ordinal)
        ? $"HTTP/1.1 {status}\r\n{headers}\r\n"
        : $"HTTP/1.1 {status}\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}";

    private static HttpCall Call(Uri place, Func<HttpAnswer, string?>? reference = null) => new()
    {
        Service = "things",
        Subject = "The thing was",
        OutcomeClass = OutcomeClass.Neither,
        Request = () => new HttpRequestMessage(HttpMethod.Post, place) { Content = new StringContent("{}") },
        Reference = reference ?? (answer => answer.Location),
    };

    private Task<EffectResult> SendAsync(Uri place, Func<HttpAnswer, string?>? reference = null, HttpExchange? exchange = null) =>
        new HttpAttempt(exchange ?? new HttpExchange(_time), _time).SendAsync(
            Call(place, reference), Effects.Permit(Effects.Arguments(), _time.GetUtcNow().AddSeconds(20)), TimeSpan.FromSeconds(20), Token);

    private static string Told(EffectResult result) => result switch
    {
        EffectResult.Done => "done",
        EffectResult.Failed failed => failed.MayRetry ? "may-retry" : "failed",
        EffectResult.Unknown => "unknown",
        _ => result.GetType().Name,
    };
}
