using System.Text.Json.Nodes;
using AiOs.Channels.Teams.Endpoint;
using AiOs.Channels.Teams.Tests.Hosting;
using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Testing.Cards;

namespace AiOs.Channels.Teams.Tests.Endpoint;

/// <summary>Taps: the body of the answer is what the client shows.</summary>
public sealed class TapTests
{
    private const string Message = "application/vnd.microsoft.activity.message";
    private const string Card = "application/vnd.microsoft.card.adaptive";

    [Fact]
    public async Task Post_Approve_IsAnsweredWithTheCardAsItStands()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, place) = await host.OperatorAsync();
        host.Conversation.OnTap = static (_, _) => Task.FromResult(new TapReply(Accepted: true, "Approved.") { Now = SomeCards.Waiting with { Title = "Now", Actions = [] } });
        var token = Token(CardTapOf(DecisionKind.Approve));
        var (status, body) = await host.PostAsync(host.Make.Tap(person, at, "77", new JsonObject { ["token"] = token, ["confirm"] = "1,200.00 EUR", ["change"] = "no" }));
        var reply = JsonNode.Parse(body)!;
        Assert.Equal((200, 200, Card), (status, (int)reply["statusCode"]!, (string)reply["type"]!));
        Assert.Contains("Now", reply["value"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal([person.Id], reply["value"]!["refresh"]!["userIds"]!.AsArray().Select(static one => (string)one!));
        var tap = Assert.Single(host.Conversation.Taps);
        Assert.Equal((person.ObjectId, place, "77", token, "1,200.00 EUR"), (tap.Sender, tap.Place, tap.Message, tap.Token, tap.Text));
    }

    [Fact]
    public async Task Post_ChangeWithWords_HandsOverTheWish()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, _) = await host.OperatorAsync();
        await host.PostAsync(host.Make.Tap(person, at, "77", new JsonObject { ["token"] = Token(CardTapOf(DecisionKind.Change)), ["change"] = "shorter", ["confirm"] = "x" }));
        Assert.Equal("shorter", Assert.Single(host.Conversation.Taps).Text);
    }

    [Fact]
    public async Task Post_NotAccepted_IsToldWhy()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, _) = await host.OperatorAsync();
        host.Conversation.OnTap = static (_, _) => Task.FromResult(new TapReply(Accepted: false, "Anna approved this already.") { Now = SomeCards.Waiting });
        var reply = JsonNode.Parse((await host.PostAsync(host.Make.Tap(person, at, "77", new JsonObject { ["token"] = "x" }))).Body)!;
        Assert.Equal((200, Message, "Anna approved this already."), ((int)reply["statusCode"]!, (string)reply["type"]!, (string)reply["value"]!));
    }

    [Fact]
    public async Task Post_CardThatNeedsOthersAboveIt_IsToldInWords()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, _) = await host.OperatorAsync();
        host.Conversation.OnTap = static (_, _) => Task.FromResult(new TapReply(Accepted: true, "Drafted again.") { Now = SomeCards.Long(500) });
        var reply = JsonNode.Parse((await host.PostAsync(host.Make.Tap(person, at, "77", new JsonObject { ["token"] = "x" }))).Body)!;
        Assert.Equal((Message, "Drafted again."), ((string)reply["type"]!, (string)reply["value"]!));
    }

    [Fact]
    public async Task Post_AutomaticWithADecision_DecidesNothing()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, _) = await host.OperatorAsync();
        var tap = new JsonObject { ["token"] = Token(CardTapOf(DecisionKind.Approve)) };
        Assert.Equal(200, (await host.PostAsync(host.Make.Tap(person, at, "77", tap, automatic: true))).Status);
        Assert.Empty(host.Conversation.Taps);
        await host.PostAsync(host.Make.Tap(person, at, "77", tap));
        Assert.Single(host.Conversation.Taps);
    }

    [Fact]
    public async Task Post_AutomaticRefresh_ShowsTheCardNow()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, _) = await host.OperatorAsync();
        host.Conversation.OnTap = static (_, _) => Task.FromResult(new TapReply(Accepted: false, string.Empty) { Now = SomeCards.Waiting });
        var token = Token(new CardTap.Refresh(SomeCards.Waiting.WorkItem));
        var reply = JsonNode.Parse((await host.PostAsync(host.Make.Tap(person, at, "77", new JsonObject { ["token"] = token }, automatic: true))).Body)!;
        Assert.Equal((Card, token), ((string)reply["type"]!, (string)reply["value"]!["refresh"]!["action"]!["data"]!["token"]!));
    }

    [Fact(Timeout = 60_000)]
    public async Task Post_SlowTap_IsAnsweredInTimeAndGoesOn()
    {
        var time = new WatchedTime();
        await using var host = await TeamsHost.StartAsync(time);
        var (person, at, _) = await host.OperatorAsync();
        var done = new TaskCompletionSource<TapReply>();
        host.Conversation.OnTap = (_, token) => done.Task.WaitAsync(token);
        var waits = time.WaitFor(TapDesk.Patience);
        var answer = host.PostAsync(host.Make.Tap(person, at, "77", new JsonObject { ["token"] = Token(CardTapOf(DecisionKind.Approve)) }));
        await waits;
        time.Advance(TapDesk.Patience);
        Assert.Equal("Working on it…", (string)JsonNode.Parse((await answer).Body)!["value"]!);
        done.SetResult(new TapReply(Accepted: false, "It was decided elsewhere."));
        // What it came to is said, since no card shows it.
        while (at.Sent.IsEmpty)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal("It was decided elsewhere.", (string)at.Messages.Values.Single()["text"]!);
    }

    [Fact]
    public async Task Post_TapWhileTheStoreIsAway_IsToldSoInRed()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, _) = await host.OperatorAsync();
        host.Conversation.OnTap = static (_, _) => throw new AiOsException("/secret/path is full") { IsTransient = true };
        var (status, body) = await host.PostAsync(host.Make.Tap(person, at, "77", new JsonObject { ["token"] = "x" }));
        Assert.Equal((200, 400, "application/vnd.microsoft.error"), (status, (int)JsonNode.Parse(body)!["statusCode"]!, (string)JsonNode.Parse(body)!["type"]!));
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SubmitOfAnOldClient_IsATapAnsweredByAMessage()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, _) = await host.OperatorAsync();
        var token = Token(new CardTap.Answer(SomeCards.Waiting.WorkItem));
        var json = host.Make.Submit(person, at, "77", new JsonObject { ["token"] = token, ["answer"] = "by Friday" });
        Assert.Equal((200, string.Empty), await host.PostAsync(json));
        Assert.Equal((token, "by Friday", "77"), Assert.Single(host.Conversation.Taps) is var tap ? (tap.Token, tap.Text!, tap.Message!) : default);
        Assert.Equal("Approved.", (string)at.Messages.Values.Single()["text"]!);
    }

    [Fact]
    public async Task Post_TapOfAStranger_NamesTheStranger()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, _) = await host.OperatorAsync();
        var eve = host.Server.Person("Jonas");
        await host.PostAsync(host.Make.Tap(eve, at, "77", new JsonObject { ["token"] = "x", ["sender"] = person.ObjectId }));
        Assert.Equal(eve.ObjectId, Assert.Single(host.Conversation.Taps).Sender);
    }

    private static CardTap CardTapOf(DecisionKind kind) => CardButton.Of(SomeCards.Waiting).Select(static one => one.Tap).First(tap => tap is CardTap.Decide decide && decide.Kind == kind);

    private static string Token(CardTap tap) => CardToken.Of(tap);
}
