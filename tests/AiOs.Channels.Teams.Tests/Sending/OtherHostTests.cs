using System.Text.Json.Nodes;
using AiOs.Channels.Teams.Security;
using AiOs.Channels.Teams.Tests.Hosting;
using AiOs.Contracts.Chat;
using Microsoft.AspNetCore.Http;

namespace AiOs.Channels.Teams.Tests.Sending;

/// <summary>TRUST part 3, "bot token" and "network": no token of ours is shown to anybody else, whatever leads there.</summary>
public sealed class OtherHostTests
{
    private static readonly ChatNote Hello = new("Hello", []);

    [Fact]
    public async Task Send_PlaceWithAnotherConnector_CallsNobody()
    {
        await using var elsewhere = await Elsewhere.StartAsync();
        await using var host = await TeamsHost.StartAsync();
        var (_, _, place) = await host.OperatorAsync();
        await MoveAsync(host, place, elsewhere.Address);
        Assert.IsType<SendOutcome.Refused>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
        Assert.Empty(elsewhere.Authorizations);
        Assert.DoesNotContain(host.Server.Calls, static call => call.Operation == "token");
    }

    [Fact]
    public async Task Send_ConnectorThatIsAllowed_IsShownTheToken()
    {
        // The control of the tests around it: with its address on the list the same server is called, and with a token.
        await using var elsewhere = await Elsewhere.StartAsync();
        await using var host = await TeamsHost.StartAsync(change: settings => settings["AllowedServiceUrls:1"] = elsewhere.Address.ToString());
        var (_, _, place) = await host.OperatorAsync();
        await MoveAsync(host, place, elsewhere.Address);
        Assert.IsType<SendOutcome.Sent>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
        Assert.StartsWith("Bearer ", Assert.Single(elsewhere.Authorizations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Redirected_IsNotFollowed()
    {
        await using var target = await Elsewhere.StartAsync();
        await using var elsewhere = await Elsewhere.StartAsync();
        elsewhere.Answer = context =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = (307, target.Address.ToString());
            return Task.CompletedTask;
        };
        await using var host = await TeamsHost.StartAsync(change: settings => settings["AllowedServiceUrls:1"] = elsewhere.Address.ToString());
        var (_, _, place) = await host.OperatorAsync();
        await MoveAsync(host, place, elsewhere.Address);
        Assert.IsType<SendOutcome.Refused>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
        Assert.Single(elsewhere.Authorizations);
        Assert.Empty(target.Authorizations);
    }

    [Fact]
    public async Task Send_AnswerInHtmlAndEmptyAnswer_AreTakenByTheirStatus()
    {
        await using var elsewhere = await Elsewhere.StartAsync();
        await using var host = await TeamsHost.StartAsync(change: settings => settings["AllowedServiceUrls:1"] = elsewhere.Address.ToString());
        var (_, _, place) = await host.OperatorAsync();
        await MoveAsync(host, place, elsewhere.Address);
        var sent = Assert.IsType<SendOutcome.Sent>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token)).Messages;
        Assert.Equal(string.Empty, sent.Last);
        Assert.IsType<SendOutcome.MessageGone>(await host.Channel.RewriteAsync(sent, Hello, TeamsHost.Token));
        elsewhere.Answer = static async context =>
        {
            context.Response.StatusCode = 413;
            await context.Response.WriteAsync("<html>too large</html>", context.RequestAborted);
        };
        Assert.IsType<SendOutcome.Refused>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
    }

    [Fact]
    public async Task Send_NoAnswerInTime_IsUnknownAndNotRepeated()
    {
        var time = new WatchedTime();
        await using var elsewhere = await Elsewhere.StartAsync();
        await using var host = await TeamsHost.StartAsync(time, settings => settings["AllowedServiceUrls:1"] = elsewhere.Address.ToString());
        var (_, _, place) = await host.OperatorAsync();
        await MoveAsync(host, place, elsewhere.Address);
        var came = new TaskCompletionSource();
        elsewhere.Answer = context =>
        {
            came.TrySetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var saying = host.Channel.SayAsync(place, Hello, null, TeamsHost.Token);
        await came.Task;
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.IsType<SendOutcome.Unknown>(await saying);
        Assert.Single(elsewhere.Authorizations);
    }

    [Fact]
    public async Task Fetch_File_IsHadWithoutAToken()
    {
        await using var host = await TeamsHost.StartAsync();
        var file = await FileAsync(host, "inquiry.eml", null, [1, 2, 3]);
        Assert.Equal(("inquiry.eml", true, ChatFileKind.Document), (file.Name, file.IsMail, file.Kind));
        Assert.Equal([1, 2, 3], (await file.FetchAsync(TeamsHost.Token)).ToArray());
        Assert.DoesNotContain(host.Server.Calls, static call => call.Operation == "token");
    }

    [Fact]
    public async Task Fetch_InlinePicture_IsHadWithTheToken()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, _) = await host.OperatorAsync();
        var json = host.Make.Message(person, at, string.Empty);
        var id = host.Server.File([9, 9]).Split('/')[^1].Split('?')[0];
        json["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = $"{host.Server.ServiceUrl}v3/attachments/{id}/views/original" });
        await host.PostAsync(json);
        var file = Assert.Single(host.Conversation.Heard.Last().Files);
        Assert.Equal(ChatFileKind.Photo, file.Kind);
        Assert.NotEmpty((await file.FetchAsync(TeamsHost.Token)).ToArray());
        Assert.Contains(host.Server.Calls, static call => call is { Operation: "attachment", Status: 200 });
    }

    [Fact]
    public async Task Fetch_PictureElsewhere_IsNotAskedFor()
    {
        await using var elsewhere = await Elsewhere.StartAsync();
        await using var host = await TeamsHost.StartAsync();
        var (person, at, _) = await host.OperatorAsync();
        var json = host.Make.Message(person, at, string.Empty);
        json["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = elsewhere.Address + "x.png" });
        await host.PostAsync(json);
        var fault = await Assert.ThrowsAsync<Contracts.AiOsException>(() => Assert.Single(host.Conversation.Heard.Last().Files).FetchAsync(TeamsHost.Token));
        Assert.False(fault.IsTransient);
        Assert.Empty(elsewhere.Authorizations);
    }

    [Theory]
    [InlineData("https://127.0.0.1:1/x")]
    [InlineData("https://10.0.0.1/x")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://[::ffff:10.0.0.1]/x")]
    [InlineData("http://files.example/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user@files.example/x")]
    public async Task Fetch_AddressThatIsNotPublic_IsRefused(string url)
    {
        await using var host = await TeamsHost.StartAsync();
        var file = await FileAsync(host, "x.pdf", url, []);
        await Assert.ThrowsAsync<Contracts.AiOsException>(() => file.FetchAsync(TeamsHost.Token));
    }

    [Fact]
    public async Task Fetch_LoopbackThatIsNoConnector_IsNotAsked()
    {
        await using var elsewhere = await Elsewhere.StartAsync();
        await using var host = await TeamsHost.StartAsync();
        var file = await FileAsync(host, "x.pdf", elsewhere.Address + "admin", []);
        await Assert.ThrowsAsync<Contracts.AiOsException>(() => file.FetchAsync(TeamsHost.Token));
        Assert.Empty(elsewhere.Authorizations);
    }

    [Fact]
    public async Task Fetch_TooLargeOrGone_IsSaidInASentence()
    {
        await using var elsewhere = await Elsewhere.StartAsync();
        await using var host = await TeamsHost.StartAsync(change: settings => settings["AllowedServiceUrls:1"] = elsewhere.Address.ToString());
        var file = await FileAsync(host, "x.pdf", elsewhere.Address + "x?secret=signature", []);
        elsewhere.Answer = static async context =>
        {
            // Without a length: only counting tells.
            var part = new byte[1024 * 1024];
            for (var number = 0; number < 21; number++)
            {
                await context.Response.Body.WriteAsync(part, context.RequestAborted);
            }
        };
        var large = await Assert.ThrowsAsync<Contracts.AiOsException>(() => file.FetchAsync(TeamsHost.Token));
        elsewhere.Answer = static context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        var gone = await Assert.ThrowsAsync<Contracts.AiOsException>(() => file.FetchAsync(TeamsHost.Token));
        elsewhere.Answer = static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        var away = await Assert.ThrowsAsync<Contracts.AiOsException>(() => file.FetchAsync(TeamsHost.Token));
        Assert.Equal((false, false, true), (large.IsTransient, gone.IsTransient, away.IsTransient));
        Assert.DoesNotContain("secret", large.ToString() + gone + away, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.2", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void Public_EachAddress_IsAsListed(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(System.Net.IPAddress.Parse(address)));

    private static async Task<ChatFile> FileAsync(TeamsHost host, string name, string? url, byte[] bytes)
    {
        var (person, at, _) = await host.OperatorAsync();
        var json = host.Make.File(person, at, name, bytes);
        if (url is not null)
        {
            json["attachments"]![0]!["content"]!["downloadUrl"] = url;
        }

        await host.PostAsync(json);
        return Assert.Single(host.Conversation.Heard.Last().Files);
    }

    private static async Task MoveAsync(TeamsHost host, string place, Uri connector)
    {
        var name = "teams/place/" + place;
        var old = await host.Cursors.FindAsync(name, TeamsHost.Token);
        var kept = JsonNode.Parse(old!)!;
        kept["url"] = connector.ToString();
        Assert.True(await host.Cursors.TryMoveAsync(name, old, kept.ToJsonString(), TeamsHost.Token));
    }
}
