using System.Net.Http.Headers;
using System.Text;
using AiOs.Channels.Teams.Endpoint;
using AiOs.Channels.Teams.Security;
using AiOs.Channels.Teams.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Teams.Tests.Endpoint;

/// <summary>TRUST part 4: loopback trusted behind a proxy; validation left unset.</summary>
public sealed class AnonymousTests
{
    [Fact]
    public async Task Post_FromThisMachine_IsTakenAndAnsweredWithoutAToken()
    {
        await using var host = await AnonymousAsync();
        var person = host.Server.Person("Jonas");
        var at = host.Server.Personal(person);
        Assert.Equal(200, await PostAsync(host, null, null));
        Assert.Single(host.Conversation.Heard);
        var place = host.Conversation.Heard.Single().Place;
        // The double lets nobody in without a token, so that none was shown is seen by its answer.
        await Assert.ThrowsAsync<Contracts.AiOsException>(() => host.Channel.SayAsync(place, new Contracts.Chat.ChatNote("x", []), null, TeamsHost.Token));
        Assert.DoesNotContain(host.Server.Calls, static call => call.Operation is "token" or "metadata");
        Assert.NotNull(at);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Forwarded-Host", "bot.example")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Origin", "https://page.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "rebound.example")]
    public async Task Post_WithTheMarkOfAnother_IsTurnedAway(string header, string value)
    {
        await using var host = await AnonymousAsync();
        Assert.Equal(403, await PostAsync(host, header, value));
        Assert.Equal(0, host.Conversation.Calls);
    }

    [Fact]
    public async Task Post_AsAFormOfAPage_IsTurnedAway()
    {
        await using var host = await AnonymousAsync();
        Assert.Equal(403, await PostAsync(host, null, null, "text/plain"));
    }

    [Fact]
    public async Task Judge_FromAnotherMachine_IsTurnedAway()
    {
        var gate = new LoopbackGate(new ServiceUrls([], anyLoopback: true));
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = new System.Net.IPAddress([192, 168, 1, 7]) } };
        context.Request.Headers.Host = "127.0.0.1";
        context.Request.ContentType = "application/json";
        Assert.Equal(new TokenVerdict.Refused(403, "not-from-here"), await gate.JudgeAsync(context));
        context.Connection.RemoteIpAddress = null;
        Assert.Equal(new TokenVerdict.Refused(403, "not-from-here"), await gate.JudgeAsync(context));
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Loopback;
        Assert.IsType<TokenVerdict.Good>(await gate.JudgeAsync(context));
    }

    [Fact]
    public async Task Post_ConnectorElsewhere_IsTurnedAway()
    {
        await using var host = await AnonymousAsync();
        Assert.Equal(403, await PostAsync(host, null, null, url: "https://smba.trafficmanager.net/emea/"));
    }

    [Fact]
    public async Task Start_Anonymous_IsSaidLoudly()
    {
        await using var host = await AnonymousAsync();
        Assert.Contains(host.Lines.All, static line => line.Level == LogLevel.Warning && line.Text.Contains("ANYBODY", StringComparison.Ordinal));
        await using var other = await TeamsHost.StartAsync();
        Assert.DoesNotContain(other.Lines.All, static line => line.Text.Contains("ANYBODY", StringComparison.Ordinal));
    }

    private static Task<TeamsHost> AnonymousAsync() => TeamsHost.StartAsync(change: static settings =>
    {
        settings.Clear();
        settings["Anonymous"] = "true";
    });

    private static async Task<int> PostAsync(TeamsHost host, string? header, string? value, string type = "application/json", string? url = null)
    {
        var person = host.Server.Person("Jonas");
        var json = host.Make.Message(person, host.Server.Personal(person), "hello");
        json["serviceUrl"] = url ?? host.Server.ServiceUrl;
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Endpoint) { Content = new StringContent(json.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue(type)) };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        using var response = await http.SendAsync(request, TeamsHost.Token);
        return (int)response.StatusCode;
    }
}
