using System.Net.Sockets;
using System.Text;
using AiOs.Channels.Teams.Tests.Hosting;
using AiOs.Channels.Teams.Tests.Security;
using AiOs.Testing.Teams;

namespace AiOs.Channels.Teams.Tests.Endpoint;

/// <summary>TRUST part 3, "Teams endpoint", over HTTP from end to end.</summary>
public sealed class CallerTests
{
    public static TheoryData<string, int, string> Matrix => TokenCases.Matrix;

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Post_EachCase_IsAnsweredAsListed(string name, int status, string code)
    {
        await using var host = await TeamsHost.StartAsync();
        var answer = await host.Server.PostRawAsync(host.Endpoint, TokenCases.Json(host.Server, name).ToJsonString(), TokenCases.Header(host.Server, name), TeamsHost.Token);
        // On the way a header loses the blank at its end, and one that is huge never gets to us.
        (status, code) = name switch
        {
            "huge token" => (431, string.Empty),
            "empty token" => (401, "no-token"),
            _ => (status, code == "*" ? string.Empty : code),
        };
        Assert.Equal((status, string.Empty), answer);
        Assert.Equal(status == 200 ? 1 : 0, host.Conversation.Calls);
        // The log says why, the caller is not told.
        Assert.Equal(status is 401 or 403, host.Lines.All.Any(line => line.Text.Contains($"turned away: {status} {code}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Post_AfterRotation_IsTakenAtOnce()
    {
        var time = new WatchedTime();
        await using var host = await TeamsHost.StartAsync(time);
        var person = host.Server.Person("Jonas");
        Assert.Equal(200, (await host.PostAsync(host.Make.Message(person, host.Server.Personal(person), "one"))).Status);
        host.Server.Issuer.Rotate("msteams");
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(200, (await host.PostAsync(host.Make.Message(person, host.Server.Personal(person), "two"))).Status);
        Assert.Equal(2, host.Conversation.Heard.Count);
    }

    [Fact]
    public async Task Post_IssuerAway_IsNotNowAndLaterTaken()
    {
        await using var host = await TeamsHost.StartAsync();
        host.Server.Next("metadata", new TeamsFault.Refuses(502, "Away"));
        var person = host.Server.Person("Jonas");
        var message = host.Make.Message(person, host.Server.Personal(person), "one");
        Assert.Equal(503, (await host.PostAsync(message)).Status);
        Assert.Empty(host.Conversation.Heard);
        Assert.Equal(200, (await host.PostAsync(message)).Status);
        Assert.Single(host.Conversation.Heard);
    }

    [Fact]
    public async Task Post_WithoutAToken_IsAnsweredBeforeTheBodyCame()
    {
        await using var host = await TeamsHost.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(host.Endpoint.Host, host.Endpoint.Port, TeamsHost.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: {host.Endpoint.Authority}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"), TeamsHost.Token);
        var start = new byte[12];
        await stream.ReadExactlyAsync(start, TeamsHost.Token);
        Assert.Equal("HTTP/1.1 401", Encoding.ASCII.GetString(start));
        Assert.Empty(host.Server.Calls);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"type\":\"message\"}")]
    public async Task Post_Nonsense_IsLookedAtOnlyWithAGoodToken(string body)
    {
        await using var host = await TeamsHost.StartAsync();
        Assert.Equal(401, (await host.Server.PostRawAsync(host.Endpoint, body, TokenCases.Header(host.Server, "tampered"), TeamsHost.Token)).Status);
        Assert.Equal(400, (await host.Server.PostRawAsync(host.Endpoint, body, TokenCases.Header(host.Server, "good"), TeamsHost.Token)).Status);
        Assert.Equal(0, host.Conversation.Calls);
    }

    [Fact]
    public async Task Post_HugeBody_IsTooLarge()
    {
        await using var host = await TeamsHost.StartAsync();
        var json = TokenCases.Json(host.Server, "good");
        json["text"] = new string('x', 256 * 1024);
        Assert.Equal(413, (await host.PostAsync(json)).Status);
        json["text"] = new string('x', 200 * 1024);
        Assert.Equal(200, (await host.PostAsync(json)).Status);
    }

    [Fact]
    public async Task Post_WhatWasTurnedAway_IsNotRemembered()
    {
        await using var host = await TeamsHost.StartAsync();
        var json = TokenCases.Json(host.Server, "good");
        await host.PostAsync(json, new TeamsTokenSpec("another-app", host.Server.ServiceUrl));
        await host.PostAsync(json);
        var place = Assert.Single(host.Conversation.Heard).Place;
        await using var other = await TeamsHost.StartAsync();
        await other.PostAsync(TokenCases.Json(other.Server, "good"), new TeamsTokenSpec("another-app", other.Server.ServiceUrl));
        Assert.NotNull(await host.Cursors.FindAsync("teams/place/" + place, TeamsHost.Token));
        Assert.Null(await other.Cursors.FindAsync("teams/place/" + place, TeamsHost.Token));
    }
}
