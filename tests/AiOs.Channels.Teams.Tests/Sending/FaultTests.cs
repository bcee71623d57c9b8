using AiOs.Channels.Teams.Tests.Hosting;
using AiOs.Contracts;
using AiOs.Contracts.Chat;
using AiOs.Testing.Cards;
using AiOs.Testing.Teams;

namespace AiOs.Channels.Teams.Tests.Sending;

/// <summary>R6 for Teams: what may have been sent is never sent again; what was not is.</summary>
public sealed class FaultTests
{
    private static readonly ChatNote Hello = new("Hello", []);

    public static TheoryData<TeamsFault, int> Lost => new()
    {
        { new TeamsFault.Refuses(412, "PreconditionFailed"), 0 },
        { new TeamsFault.Refuses(502, "BadGateway"), 0 },
        { new TeamsFault.Refuses(504, "Timeout"), 0 },
        { new TeamsFault.BreaksAfter(408), 1 },
        { new TeamsFault.BreaksAfter(502), 1 },
        { new TeamsFault.DropsAfter(), 1 },
        { new TeamsFault.DropsBefore(), 0 },
    };

    [Theory]
    [MemberData(nameof(Lost), DisableDiscoveryEnumeration = true)]
    public async Task Send_AnswerThatSaysNothing_IsUnknownAndNotRepeated(TeamsFault fault, int sent)
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, at, place) = await host.OperatorAsync();
        Assert.IsType<SendOutcome.Sent>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
        host.Server.Next("send", fault);
        Assert.IsType<SendOutcome.Unknown>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
        Assert.Equal((1 + sent, 2), (at.Sent.Count, Count(host, "send")));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(null, 1)]
    public async Task Send_TooFast_WaitsAsToldAndSendsOnce(int? told, int seconds)
    {
        var time = new WatchedTime();
        await using var host = await TeamsHost.StartAsync(time);
        var (_, at, place) = await host.OperatorAsync();
        host.Server.Next("send", new TeamsFault.Refuses(429, "TooManyRequests", told));
        var waits = time.WaitFor(TimeSpan.FromSeconds(seconds));
        var saying = host.Channel.SayAsync(place, Hello, null, TeamsHost.Token);
        await waits;
        Assert.Empty(at.Sent);
        time.Advance(TimeSpan.FromSeconds(seconds));
        Assert.IsType<SendOutcome.Sent>(await saying);
        Assert.Single(at.Sent);
    }

    [Fact]
    public async Task Send_ToBeLeftAloneForLong_IsLeftToLater()
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, at, place) = await host.OperatorAsync();
        host.Server.Next("send", new TeamsFault.Refuses(429, "TooManyRequests", 600));
        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => host.Channel.SayAsync(place, Hello, null, TeamsHost.Token))).IsTransient);
        Assert.Empty(at.Sent);
    }

    [Fact]
    public async Task Send_TokenNotTaken_AsksForANewOneOnce()
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, at, place) = await host.OperatorAsync();
        await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token);
        await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token);
        Assert.Equal(1, Count(host, "token"));
        host.Server.ForgetTokens();
        Assert.IsType<SendOutcome.Sent>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
        Assert.Equal((2, 3), (Count(host, "token"), at.Sent.Count));
        host.Server.Next("send", new TeamsFault.Refuses(401, "Unauthorized"));
        host.Server.Next("send", new TeamsFault.Refuses(401, "Unauthorized"));
        await Assert.ThrowsAsync<AiOsException>(() => host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
        Assert.Equal((3, 3), (Count(host, "token"), at.Sent.Count));
    }

    [Theory]
    [InlineData("ConversationBlockedByUser")]
    [InlineData("BotNotInConversationRoster")]
    [InlineData("BotDisabledByAdmin")]
    [InlineData("ConversationNotFound")]
    public async Task Send_ToAClosedConversation_SaysThatThePlaceIsGone(string code)
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, at, place) = await host.OperatorAsync();
        at.Dead = code;
        Assert.IsType<SendOutcome.PlaceGone>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
    }

    [Fact]
    public async Task Send_TooLarge_IsRefusedForGood()
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, _, place) = await host.OperatorAsync();
        host.Server.LimitMessages(200);
        Assert.IsType<SendOutcome.Refused>(await host.Channel.SendAsync(place, SomeCards.Waiting, null, TeamsHost.Token));
    }

    [Fact]
    public async Task Rewrite_AfterAFault_IsRepeated()
    {
        var time = new WatchedTime();
        await using var host = await TeamsHost.StartAsync(time);
        var (_, at, place) = await host.OperatorAsync();
        var sent = Assert.IsType<SendOutcome.Sent>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token)).Messages;
        host.Server.Next("update", new TeamsFault.BreaksAfter(502));
        var waits = time.WaitFor(TimeSpan.FromSeconds(1));
        var rewriting = host.Channel.RewriteAsync(sent, new ChatNote("Bye", []), TeamsHost.Token);
        await waits;
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<SendOutcome.Sent>(await rewriting);
        Assert.Equal((2, "Bye"), (Count(host, "update"), (string)at.Messages[sent.Last]["text"]!));
    }

    [Fact]
    public async Task Rewrite_MessageGone_IsSaid()
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, _, place) = await host.OperatorAsync();
        Assert.IsType<SendOutcome.MessageGone>(await host.Channel.RewriteAsync(new ShownMessages(place, [], "5"), Hello, TeamsHost.Token));
    }

    [Fact]
    public async Task Send_ManyAtOnce_KeepThePaceAndTheOrder()
    {
        var time = new WatchedTime();
        await using var host = await TeamsHost.StartAsync(time);
        var (_, at, place) = await host.OperatorAsync();
        var waits = time.WaitFor(TimeSpan.FromSeconds(1));
        List<Task<SendOutcome>> saying = [];
        for (var number = 0; number < 8; number++)
        {
            saying.Add(host.Channel.SayAsync(place, new ChatNote($"{number}", []), null, TeamsHost.Token));
        }

        await waits;
        Assert.Equal(7, at.Sent.Count);
        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(saying);
        Assert.Equal(Enumerable.Range(0, 8).Select(static number => $"{number}"), at.Sent.Select(id => (string)at.Messages[id]["text"]!));
    }

    private static int Count(TeamsHost host, string operation) => host.Server.Calls.Count(call => call.Operation == operation);
}
