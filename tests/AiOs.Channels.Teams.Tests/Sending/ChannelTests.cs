using System.Text.Json;
using System.Text.Json.Nodes;
using AiOs.Channels.Teams.Tests.Hosting;
using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Testing.Cards;
using AiOs.Testing.Teams;

namespace AiOs.Channels.Teams.Tests.Sending;

/// <summary>What the channel sends, and what it makes of the answers.</summary>
public sealed class ChannelTests
{
    private static readonly ChatNote Hello = new("Hello <at>Boss</at> **x**", []);

    [Fact]
    public async Task Send_Card_StandsThereWithItsButtonsAndIsRenewedForTheOperator()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, place) = await host.OperatorAsync();
        var sent = Assert.IsType<SendOutcome.Sent>(await host.Channel.SendAsync(place, SomeCards.Waiting, null, TeamsHost.Token)).Messages;
        Assert.Equal((place, 0, at.Sent.Single()), (sent.Place, sent.Earlier.Count, sent.Last));
        var card = at.Messages[sent.Last]["attachments"]![0]!["content"]!;
        Assert.Equal("AdaptiveCard", (string)card["type"]!);
        Assert.Equal([person.Id], card["refresh"]!["userIds"]!.AsArray().Select(static one => (string)one!));
        Assert.Equal(SomeCards.Waiting.Title, (string)at.Messages[sent.Last]["summary"]!);
    }

    [Fact]
    public async Task Send_ToAStranger_HasNoRefresh()
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, at, place) = await host.OperatorAsync();
        host.Operators.Ids.Clear();
        await host.Channel.SendAsync(place, SomeCards.Waiting, null, TeamsHost.Token);
        Assert.Null(at.Messages.Values.Single()["attachments"]![0]!["content"]!["refresh"]);
    }

    [Fact]
    public async Task Send_ToAGroup_IsRenewedForTheOperatorAmongThem()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, _, _) = await host.OperatorAsync();
        var anna = host.Server.Person("Anna");
        var group = host.Server.Group(false, person, anna);
        await host.PostAsync(host.Make.Message(anna, group, "hello", mention: true));
        await host.PostAsync(host.Make.Message(person, group, "hello", mention: true));
        await host.Channel.SendAsync(host.Conversation.Heard.Last().Place, SomeCards.Waiting, null, TeamsHost.Token);
        var refresh = group.Messages.Values.Single()["attachments"]![0]!["content"]!["refresh"]!;
        Assert.Equal([person.Id], refresh["userIds"]!.AsArray().Select(static one => (string)one!));
    }

    [Fact]
    public async Task Rewrite_Card_PutsItWhereItStands()
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, at, place) = await host.OperatorAsync();
        var sent = Assert.IsType<SendOutcome.Sent>(await host.Channel.SendAsync(place, SomeCards.Waiting, null, TeamsHost.Token)).Messages;
        Assert.Equal(sent.Last, Assert.IsType<SendOutcome.Sent>(await host.Channel.RewriteAsync(sent, SomeCards.Waiting with { Title = "Sent", Actions = [] }, TeamsHost.Token)).Messages.Last);
        Assert.Equal("Sent", (string)Assert.Single(at.Messages).Value["summary"]!);
    }

    [Fact]
    public async Task Rewrite_ToALongerCard_SendsWhatIsMissingAndMovesTheButtons()
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, at, place) = await host.OperatorAsync();
        var sent = Assert.IsType<SendOutcome.Sent>(await host.Channel.SendAsync(place, SomeCards.Waiting, null, TeamsHost.Token)).Messages;
        var longer = Assert.IsType<SendOutcome.Sent>(await host.Channel.RewriteAsync(sent, SomeCards.Long(500), TeamsHost.Token)).Messages;
        Assert.Equal([.. at.Sent], [.. longer.Earlier, longer.Last]);
        Assert.Equal(sent.Last, longer.Earlier[0]);
        Assert.All(longer.Earlier, id => Assert.Null(at.Messages[id]["attachments"]![0]!["content"]!["actions"]));
        Assert.NotNull(at.Messages[longer.Last]["attachments"]![0]!["content"]!["actions"]);
        var shorter = Assert.IsType<SendOutcome.Sent>(await host.Channel.RewriteAsync(longer, SomeCards.Waiting with { Actions = [] }, TeamsHost.Token)).Messages;
        Assert.Equal(longer.Last, shorter.Last);
        Assert.Equal(longer.Earlier, shorter.Earlier);
    }

    [Fact]
    public async Task Say_Note_IsPlainTextUnderTheMessage()
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, at, place) = await host.OperatorAsync();
        var first = Assert.IsType<SendOutcome.Sent>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token)).Messages;
        Assert.IsType<SendOutcome.Sent>(await host.Channel.SayAsync(place, new ChatNote("a\u202Eb", []), first.Last, TeamsHost.Token));
        Assert.Equal(("plain", Hello.Title), ((string)at.Messages[first.Last]["textFormat"]!, (string)at.Messages[first.Last]["text"]!));
        Assert.Equal("a[U+202E]b", (string)at.Messages[at.Sent.Last()]["text"]!);
        Assert.Equal("reply", host.Server.Calls[^1].Operation);
    }

    [Fact]
    public async Task Say_UnderAMessageThatIsGone_SaysItAnyway()
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, at, place) = await host.OperatorAsync();
        host.Server.Next("reply", new TeamsFault.Refuses(404, "ActivityNotFoundInConversation"));
        Assert.IsType<SendOutcome.Sent>(await host.Channel.SayAsync(place, Hello, "5", TeamsHost.Token));
        Assert.Single(at.Sent);
    }

    [Fact]
    public async Task Say_NoteWithMore_IsASmallCard()
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, at, place) = await host.OperatorAsync();
        var note = new ChatNote("Where does this belong?", [new CardBlock.Text("Two things wait.")]) { Buttons = [new CardButton("Something new", new CardTap.Route(new(Guid.Parse("11111111-2222-4333-8444-555555555555")), null), null)] };
        var sent = Assert.IsType<SendOutcome.Sent>(await host.Channel.SayAsync(place, note, null, TeamsHost.Token)).Messages;
        var card = at.Messages[sent.Last]["attachments"]![0]!["content"]!;
        Assert.Equal("Something new", (string)card["actions"]![0]!["title"]!);
        Assert.Contains("Two things wait.", card.ToJsonString(), StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Sent>(await host.Channel.RewriteAsync(sent, new ChatNote("It is something new.", []), TeamsHost.Token));
        Assert.Equal("It is something new.", (string)at.Messages[sent.Last]["text"]!);
    }

    [Theory]
    [InlineData(3000, true)]
    [InlineData(40_000, false)]
    public async Task Send_Picture_IsShownWhereItFits(int bytes, bool isShown)
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, at, place) = await host.OperatorAsync();
        await host.Channel.SendAsync(place, SomeCards.Waiting with { Blocks = [new CardBlock.Image("Money in and out", new byte[bytes])] }, null, TeamsHost.Token);
        var json = at.Messages.Values.Single().ToJsonString();
        Assert.Contains("Money in and out", json, StringComparison.Ordinal);
        Assert.Equal(isShown, json.Contains("data:image/png;base64,", StringComparison.Ordinal));
        Assert.True(json.Length < 28 * 1024);
    }

    [Fact]
    public async Task ShowTyping_EachTime_NeverFails()
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, at, place) = await host.OperatorAsync();
        await host.Channel.ShowTypingAsync(place, TeamsHost.Token);
        host.Server.Next("send", new TeamsFault.Refuses(502, "Away"));
        await host.Channel.ShowTypingAsync(place, TeamsHost.Token);
        await host.Channel.ShowTypingAsync("nowhere", TeamsHost.Token);
        Assert.Equal((1, 0), (at.Typing, at.Sent.Count));
    }

    [Fact]
    public async Task Home_OfAnybody_IsNotKnown()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, _, _) = await host.OperatorAsync();
        Assert.Null(host.Channel.HomeOf(person.ObjectId));
        Assert.True(host.Channel.IsOn);
        Assert.IsType<SendOutcome.PlaceGone>(await host.Channel.SayAsync("0123456789abcdef0123456789abcdef", Hello, null, TeamsHost.Token));
    }

    [Fact]
    public async Task Say_IdsWithSlashes_StayOneSegment()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, _) = await host.OperatorAsync();
        var json = host.Make.Message(person, at, "hello");
        json["conversation"]!["id"] = "a:x/../../../v3/teams/y?z=1#";
        await host.PostAsync(json);
        await host.Channel.SayAsync(host.Conversation.Heard.Last().Place, Hello, null, TeamsHost.Token);
        Assert.Contains(host.Server.Calls, static call => call is { Operation: "send", Status: 404 });
        Assert.DoesNotContain(host.Server.Calls, static call => call.Operation == "team");
    }

    [Fact]
    public async Task Keep_Place_HasWhatItTakesAndFollowsTheConnector()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, place) = await host.OperatorAsync();
        var kept = JsonNode.Parse((await host.Cursors.FindAsync("teams/place/" + place, TeamsHost.Token))!)!;
        Assert.Equal((host.Server.ServiceUrl, at.Id, "Personal", person.Id), ((string)kept["url"]!, (string)kept["conversation"]!, (string)kept["kind"]!, (string)kept["people"]![person.ObjectId]!));
        kept["url"] = "http://127.0.0.1:9/old/";
        Assert.True(await host.Cursors.TryMoveAsync("teams/place/" + place, await host.Cursors.FindAsync("teams/place/" + place, TeamsHost.Token), JsonSerializer.Serialize(kept), TeamsHost.Token));
        await host.PostAsync(host.Make.Message(person, at, "again"));
        Assert.IsType<SendOutcome.Sent>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
    }

    [Fact]
    public async Task Send_ConversationNotKnownAnyMore_IsOpenedWithTheSamePerson()
    {
        await using var host = await TeamsHost.StartAsync();
        var (person, at, _) = await host.OperatorAsync();
        var json = host.Make.Message(person, at, "hello");
        json["conversation"]!["id"] = "a:an-older-one";
        await host.PostAsync(json);
        var place = host.Conversation.Heard.Last().Place;
        Assert.IsType<SendOutcome.Sent>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
        Assert.IsType<SendOutcome.Sent>(await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
        Assert.Equal(2, at.Sent.Count);
        Assert.Single(host.Server.Calls, static call => call.Operation == "create");
    }

    [Fact]
    public async Task Send_NothingOfTheToken_IsEverLogged()
    {
        await using var host = await TeamsHost.StartAsync();
        var (_, _, place) = await host.OperatorAsync();
        host.Server.Next("send", new TeamsFault.DropsAfter());
        await host.Channel.SayAsync(place, Hello, null, TeamsHost.Token);
        host.Server.Next("token", new TeamsFault.Refuses(400, "invalid_client"));
        host.Server.ForgetTokens();
        var fault = await Assert.ThrowsAsync<AiOsException>(() => host.Channel.SayAsync(place, Hello, null, TeamsHost.Token));
        Assert.All(host.Lines.All.Select(static line => line.Text).Append(fault.ToString()), static text =>
        {
            Assert.DoesNotContain(TeamsDouble.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotMatch("Bearer [0-9a-f]{8}|eyJ|[0-9a-f]{48}", text);
        });
    }
}
