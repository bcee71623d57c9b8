using AiOs.Testing.Teams;

namespace AiOs.Channels.Teams.Tests.Doubles;

/// <summary>R6: each fault leaves the other side as it says, and the call without one is the control.</summary>
public sealed class ConnectorFaultTests
{
    public static TheoryData<int, int> Before => new() { { 401, 0 }, { 403, 0 }, { 404, 0 }, { 412, 0 }, { 429, 3 }, { 502, 0 } };

    [Theory]
    [MemberData(nameof(Before))]
    public async Task Fault_BeforeItIsDone_SendsNothing(int status, int wait)
    {
        await using var bot = await TeamsBot.SignedInAsync();
        var place = bot.Server.Personal(bot.Server.Person("Jonas"));
        bot.Server.Next("send", new TeamsFault.Refuses(status, "Fault", wait == 0 ? null : wait));
        var answer = await bot.SayAsync(place, "x");
        Assert.Equal((status, wait == 0 ? null : TimeSpan.FromSeconds(wait)), (answer.Status, answer.RetryAfter));
        Assert.Empty(place.Sent);
        Assert.Equal(201, (await bot.SayAsync(place, "x")).Status);
        Assert.Single(place.Sent);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(502)]
    public async Task Fault_AfterItIsDone_HasSentOnce(int status)
    {
        await using var bot = await TeamsBot.SignedInAsync();
        var place = bot.Server.Personal(bot.Server.Person("Jonas"));
        bot.Server.Next("send", new TeamsFault.BreaksAfter(status));
        Assert.Equal(status, (await bot.SayAsync(place, "x")).Status);
        Assert.Single(place.Sent);
        Assert.True(bot.Server.Calls[^1].Applied);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Fault_DroppedConnection_IsToldApartByTheOtherSideOnly(bool after, int sent)
    {
        await using var bot = await TeamsBot.SignedInAsync();
        var place = bot.Server.Personal(bot.Server.Person("Jonas"));
        bot.Server.Next("send", after ? new TeamsFault.DropsAfter() : new TeamsFault.DropsBefore());
        await Assert.ThrowsAsync<HttpRequestException>(() => bot.SayAsync(place, "x"));
        Assert.Equal(sent, place.Sent.Count);
    }

    [Fact]
    public async Task Again_TheSameDelivery_HasANewId()
    {
        await using var bot = await TeamsBot.StartAsync();
        var person = bot.Server.Person("Jonas");
        var message = bot.Server.Activities.Message(person, bot.Server.Personal(person), "hello");
        var again = bot.Server.Activities.Again(message);
        Assert.NotEqual((string)message["id"]!, (string)again["id"]!);
        Assert.Equal((string)message["text"]!, (string)again["text"]!);
    }
}
