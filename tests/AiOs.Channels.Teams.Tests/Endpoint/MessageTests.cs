using System.Text.Json.Nodes;
using AiOs.Channels.Teams.Endpoint;
using AiOs.Channels.Teams.Tests.Hosting;
using AiOs.Contracts;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Teams.Tests.Endpoint;

public sealed class MessageTests
{
    [Fact]
    public async Task Post_PersonalMessage_IsHeardWithImmutableIds()
    {
        await using var host = await TeamsHost.StartAsync();
        var person = host.Server.Person("Jonas");
        var json = host.Make.Message(person, host.Server.Personal(person), " What waits? ", replyTo: "42");
        json["from"]!["aadObjectId"] = "AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE";
        Assert.Equal((200, string.Empty), await host.PostAsync(json));
        var heard = Assert.Single(host.Conversation.Heard);
        Assert.Equal((ChannelName.Teams, "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee", true, "What waits?", "42", (string)json["id"]!), (heard.Channel, heard.Sender, heard.IsPrivate, heard.Text, heard.ReplyTo, heard.Message));
        Assert.Matches("^[0-9a-f]{32}$", heard.Place);
        Assert.False(heard.IsEdit);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Jonas")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task Post_WithoutAnIdOfTheDirectory_IsFromNobody(string? id)
    {
        await using var host = await TeamsHost.StartAsync();
        var person = host.Server.Person("Jonas");
        var json = host.Make.Message(person, host.Server.Personal(person), "approve");
        json["from"]!["aadObjectId"] = id;
        Assert.Equal(200, (await host.PostAsync(json)).Status);
        Assert.Equal("none", Assert.Single(host.Conversation.Heard).Sender);
    }

    [Fact]
    public async Task Post_RepeatsUnderNewIds_AreOneMessage()
    {
        await using var host = await TeamsHost.StartAsync();
        var person = host.Server.Person("Jonas");
        var json = host.Make.Message(person, host.Server.Personal(person), "send it");
        for (var number = 0; number < 5; number++)
        {
            Assert.Equal(200, (await host.PostAsync(number == 0 ? json : host.Make.Again(json))).Status);
        }

        var second = host.Make.Again(json);
        second["timestamp"] = "2026-11-22T10:00:00.001Z";
        await host.PostAsync(second);
        Assert.Equal((2, 6), (host.Conversation.Heard.Count, host.Conversation.Calls));
    }

    [Fact]
    public async Task Post_Edit_IsOneChangeOfTheMessage()
    {
        await using var host = await TeamsHost.StartAsync();
        var person = host.Server.Person("Jonas");
        var json = host.Make.Message(person, host.Server.Personal(person), "one");
        var edit = host.Make.Edit(json, "two");
        edit["timestamp"] = "2026-11-22T10:00:00.001Z";
        foreach (var one in new[] { json, edit, host.Make.Again(edit) })
        {
            await host.PostAsync(one);
        }

        Assert.Equal([("one", false), ("two", true)], host.Conversation.Heard.Select(static one => (one.Text!, one.IsEdit)));
        Assert.Single(host.Conversation.Heard.Select(static one => one.Message).Distinct());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_InAGroup_IsHeardOnlyWhenCalled(bool isChannel)
    {
        await using var host = await TeamsHost.StartAsync();
        var person = host.Server.Person("Jonas");
        var group = host.Server.Group(isChannel, person, host.Server.Person("Anna"));
        Assert.Equal(200, (await host.PostAsync(host.Make.Message(person, group, "approve that"))).Status);
        Assert.Equal(0, host.Conversation.Calls);
        Assert.Equal(200, (await host.PostAsync(host.Make.Message(person, group, "what waits?", mention: true))).Status);
        var heard = Assert.Single(host.Conversation.Heard);
        Assert.Equal(("what waits?", false), (heard.Text, heard.IsPrivate));
    }

    [Fact]
    public async Task Post_StoreAway_IsNotConfirmedAndTheRepeatIsTaken()
    {
        await using var host = await TeamsHost.StartAsync();
        var person = host.Server.Person("Jonas");
        var json = host.Make.Message(person, host.Server.Personal(person), "one");
        host.Conversation.OnHear = static (_, _) => throw new AiOsException("The disk is full of my secret words.") { IsTransient = true };
        Assert.Equal((503, string.Empty), await host.PostAsync(json));
        Assert.Empty(host.Conversation.Heard);
        Assert.DoesNotContain(host.Lines.All, static line => line.Text.Contains("secret words", StringComparison.Ordinal));
        host.Conversation.OnHear = static (_, _) => Task.CompletedTask;
        Assert.Equal(200, (await host.PostAsync(host.Make.Again(json))).Status);
        Assert.Single(host.Conversation.Heard);
    }

    [Fact]
    public async Task Post_DurableBeforeItIsDone_IsConfirmedThen()
    {
        await using var host = await TeamsHost.StartAsync(new WatchedTime());
        var person = host.Server.Person("Jonas");
        var done = new TaskCompletionSource();
        host.Conversation.OnHear = (message, token) =>
        {
            message.Kept!();
            return done.Task.WaitAsync(token);
        };
        Assert.Equal(202, (await host.PostAsync(host.Make.Message(person, host.Server.Personal(person), "draft it"))).Status);
        Assert.Empty(host.Conversation.Heard);
        done.SetResult();
    }

    [Fact]
    public async Task Post_NotKnownToBeDurable_IsNotConfirmedAndTheRepeatJoins()
    {
        var time = new WatchedTime();
        await using var host = await TeamsHost.StartAsync(time);
        var person = host.Server.Person("Jonas");
        var json = host.Make.Message(person, host.Server.Personal(person), "draft it");
        var done = new TaskCompletionSource();
        host.Conversation.OnHear = (_, token) => done.Task.WaitAsync(token);
        var waits = time.WaitFor(MessageDesk.Patience);
        var first = host.PostAsync(json);
        await waits;
        time.Advance(MessageDesk.Patience);
        Assert.Equal(503, (await first).Status);
        waits = time.WaitFor(MessageDesk.Patience);
        var second = host.PostAsync(host.Make.Again(json));
        await waits;
        done.SetResult();
        Assert.Equal(200, (await second).Status);
        Assert.Equal((1, 1), (host.Conversation.Heard.Count, host.Conversation.Calls));
    }

    [Fact]
    public async Task Post_CallerLeaves_TheWorkGoesOn()
    {
        await using var host = await TeamsHost.StartAsync();
        var person = host.Server.Person("Jonas");
        var json = host.Make.Message(person, host.Server.Personal(person), "draft it");
        var (begun, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Conversation.OnHear = (_, token) =>
        {
            begun.TrySetResult();
            return done.Task.WaitAsync(token);
        };
        using var leaves = CancellationTokenSource.CreateLinkedTokenSource(TeamsHost.Token);
        var first = host.Server.PostAsync(host.Endpoint, json, null, leaves.Token);
        await begun.Task;
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        var second = host.PostAsync(host.Make.Again(json));
        done.SetResult();
        Assert.Equal(200, (await second).Status);
        Assert.Single(host.Conversation.Heard);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stop_WorkThatStillRuns_IsToldToGiveUp()
    {
        await using var host = await TeamsHost.StartAsync();
        var person = host.Server.Person("Jonas");
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Conversation.OnHear = async (message, token) =>
        {
            message.Kept!();
            begun.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                ended.SetResult();
            }
        };
        Assert.Equal(202, (await host.PostAsync(host.Make.Message(person, host.Server.Personal(person), "draft it"))).Status);
        await begun.Task;
        await host.StopAsync();
        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Post_Installation_RemembersWhereThePersonIs()
    {
        await using var host = await TeamsHost.StartAsync();
        var person = host.Server.Person("Jonas");
        Assert.Equal(200, (await host.PostAsync(host.Make.Installation(person, host.Server.Personal(person)))).Status);
        Assert.Equal(200, (await host.PostAsync(host.Make.MembersAdded(person, host.Server.Personal(person)))).Status);
        Assert.Equal(200, (await host.PostAsync(host.Make.Installation(person, host.Server.Group(false, person)))).Status);
        Assert.Equal(2, host.Conversation.Met.Count);
        Assert.Equal((person.ObjectId, host.Conversation.Met.Last().Place), host.Conversation.Met.First());
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("event")]
    public async Task Post_OtherTypes_AreTakenAndDoNothing(string type)
    {
        await using var host = await TeamsHost.StartAsync();
        var person = host.Server.Person("Jonas");
        Assert.Equal((200, string.Empty), await host.PostAsync(host.Make.Base(type, person, host.Server.Personal(person))));
        Assert.Equal(0, host.Conversation.Calls);
    }

    [Theory]
    [InlineData("message/submitAction", 200)]
    [InlineData("task/fetch", 501)]
    public async Task Post_OtherInvokes_AreAnsweredInTheBody(string name, int status)
    {
        await using var host = await TeamsHost.StartAsync();
        var person = host.Server.Person("Jonas");
        var json = host.Make.Base("invoke", person, host.Server.Personal(person));
        (json["name"], json["value"]) = (name, new JsonObject { ["actionValue"] = new JsonObject { ["reaction"] = "like" } });
        Assert.Equal((status, "{}"), await host.PostAsync(json));
        Assert.Equal(0, host.Conversation.Calls);
    }
}
