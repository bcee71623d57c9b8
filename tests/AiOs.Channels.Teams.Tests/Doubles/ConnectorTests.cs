using System.Text.Json.Nodes;
using AiOs.Testing.Teams;

namespace AiOs.Channels.Teams.Tests.Doubles;

public sealed class ConnectorTests
{
    [Fact]
    public async Task Token_WrongSecretNoneOrForgotten_LetsNobodyIn()
    {
        await using var bot = await TeamsBot.StartAsync();
        var place = bot.Server.Personal(bot.Server.Person("Jonas"));
        Assert.Equal(401, (await bot.SayAsync(place, "x")).Status);
        Assert.Equal(401, await bot.SignInAsync("wrong"));
        Assert.Equal(401, (await bot.SayAsync(place, "x")).Status);
        Assert.Equal(200, await bot.SignInAsync());
        Assert.Equal(201, (await bot.SayAsync(place, "x")).Status);
        bot.Server.ForgetTokens();
        Assert.Equal(401, (await bot.SayAsync(place, "x")).Status);
        Assert.Single(place.Sent);
    }

    [Fact]
    public async Task Activity_SentChangedAndDeleted_IsKeptSo()
    {
        await using var bot = await TeamsBot.SignedInAsync();
        var place = bot.Server.Group(isChannel: true, bot.Server.Person("Jonas"));
        var id = (string)(await bot.SayAsync(place, "one")).Body!["id"]!;
        Assert.Equal(200, (await bot.SendAsync(HttpMethod.Put, TeamsBot.Path(place, id), new JsonObject { ["type"] = "message", ["text"] = "two" })).Status);
        Assert.Equal("two", (string)place.Messages[id]["text"]!);
        Assert.Equal(201, (await bot.SendAsync(HttpMethod.Post, TeamsBot.Path(place, id), new JsonObject { ["type"] = "message", ["text"] = "reply" })).Status);
        Assert.Equal((202, null), ((await bot.SayAsync(place, string.Empty, "typing")) is var typing ? (typing.Status, typing.Body) : default));
        Assert.Equal(1, place.Typing);
        Assert.Equal(200, (await bot.SendAsync(HttpMethod.Delete, TeamsBot.Path(place, id))).Status);
        var gone = await bot.SendAsync(HttpMethod.Put, TeamsBot.Path(place, id), new JsonObject { ["type"] = "message" });
        Assert.Equal((404, "ActivityNotFoundInConversation"), (gone.Status, (string)gone.Body!["error"]!["code"]!));
        Assert.Equal(2, place.Sent.Count);
    }

    [Theory]
    [InlineData("ConversationBlockedByUser", 403)]
    [InlineData("BotNotInConversationRoster", 403)]
    [InlineData("ConversationNotFound", 404)]
    public async Task Activity_DeadConversation_IsRefused(string code, int status)
    {
        await using var bot = await TeamsBot.SignedInAsync();
        var place = bot.Server.Personal(bot.Server.Person("Jonas"));
        place.Dead = code;
        var answer = await bot.SayAsync(place, "x");
        Assert.Equal((status, code), (answer.Status, (string)answer.Body!["error"]!["code"]!));
    }

    [Fact]
    public async Task Activity_OverTheSize_IsTooBig()
    {
        await using var bot = await TeamsBot.SignedInAsync();
        var place = bot.Server.Personal(bot.Server.Person("Jonas"));
        Assert.Equal(413, (await bot.SayAsync(place, new string('x', 41 * 1024))).Status);
        Assert.Equal(201, (await bot.SayAsync(place, new string('x', 39 * 1024))).Status);
        bot.Server.LimitMessages(1024);
        Assert.Equal(413, (await bot.SayAsync(place, new string('x', 2048))).Status);
    }

    [Fact]
    public async Task Create_OnePerson_IsTheSameConversationEachTime()
    {
        await using var bot = await TeamsBot.SignedInAsync();
        var person = bot.Server.Person("Jonas");
        var body = new JsonObject { ["isGroup"] = false, ["tenantId"] = TeamsDouble.Tenant, ["members"] = new JsonArray(new JsonObject { ["id"] = person.Id }) };
        var first = await bot.SendAsync(HttpMethod.Post, "v3/conversations", body);
        var second = await bot.SendAsync(HttpMethod.Post, "v3/conversations", body);
        Assert.Equal(201, first.Status);
        Assert.Equal((string)first.Body!["id"]!, (string)second.Body!["id"]!);
        body["isGroup"] = true;
        var group = await bot.SendAsync(HttpMethod.Post, "v3/conversations", body);
        Assert.Equal((400, "BadSyntax"), (group.Status, (string)group.Body!["error"]!["code"]!));
    }

    [Fact]
    public async Task Create_ThreadInAChannel_IsANewConversation()
    {
        await using var bot = await TeamsBot.SignedInAsync();
        var channel = bot.Server.Group(isChannel: true, bot.Server.Person("Jonas"));
        var made = await bot.SendAsync(HttpMethod.Post, "v3/conversations", new JsonObject
        {
            ["isGroup"] = true,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channel.Id.Split(';')[0] } },
            ["activity"] = new JsonObject { ["type"] = "message", ["text"] = "new thread" },
        });
        Assert.Equal(201, made.Status);
        Assert.NotEqual(channel.Id, (string)made.Body!["id"]!);
        Assert.Equal(201, (await bot.SendAsync(HttpMethod.Post, $"v3/conversations/{Uri.EscapeDataString((string)made.Body!["id"]!)}/activities", new JsonObject { ["type"] = "message" })).Status);
    }

    [Fact]
    public async Task Members_OfAGroup_ComeWholeAndInPages()
    {
        await using var bot = await TeamsBot.SignedInAsync();
        var people = Enumerable.Range(0, 5).Select(number => bot.Server.Person($"P{number}")).ToArray();
        var at = $"v3/conversations/{Uri.EscapeDataString(bot.Server.Group(isChannel: false, people).Id)}/";
        Assert.Equal(5, (await bot.SendAsync(HttpMethod.Get, at + "members")).Body!.AsArray().Count);
        Assert.Equal(people[1].ObjectId, (string)(await bot.SendAsync(HttpMethod.Get, at + "members/" + Uri.EscapeDataString(people[1].Id))).Body!["aadObjectId"]!);
        var page = (await bot.SendAsync(HttpMethod.Get, at + "pagedmembers?pageSize=3")).Body!;
        var last = (await bot.SendAsync(HttpMethod.Get, at + "pagedmembers?pageSize=3&continuationToken=" + page["continuationToken"])).Body!;
        Assert.Equal((3, 2), (page["members"]!.AsArray().Count, last["members"]!.AsArray().Count));
        Assert.Null(last["continuationToken"]);
        Assert.Equal("Studio", (string)(await bot.SendAsync(HttpMethod.Get, "v3/teams/t1")).Body!["name"]!);
    }
}
