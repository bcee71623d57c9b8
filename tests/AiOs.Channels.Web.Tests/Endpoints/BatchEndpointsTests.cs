using System.Net;
using System.Text.Json;
using AiOs.Channels.Web.Tests.Fakes;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Tests.Endpoints;

/// <summary>Several small cards with one tap, and nothing that asks for a second look among them.</summary>
public sealed class BatchEndpointsTests
{
    private const string Nonce = "00112233445566778899aabbccddeeff";

    [Fact]
    public async Task Chat_TwoSmallCardsAndOthers_OffersOnlyTheSmallOnesBehindAFold()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1), Samples.Waiting(2), Samples.Typing(3), Samples.Typing(4, 3), Warned(5), Samples.Asking(6), Again(7), Gapped(8));
        var page = new HtmlPage(await web.GetTextAsync("/"));
        var cards = page.Named("input").Where(input => input["name"] == "card").Select(input => input["value"]).ToList();

        Assert.Equal([Card(2), Card(1)], cards);
        var button = page.Named("button").Single(button => button.Text == "Approve all 2 shown here");
        Assert.Contains(button.Parents, node => node.Name == "details" && !node.Attributes.ContainsKey("open"));
    }

    [Fact]
    public async Task Chat_OneSmallCard_OffersNoBatch()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1), Samples.Typing(2));

        Assert.Null(new HtmlPage(await web.GetTextAsync("/")).ById("batch"));
    }

    [Fact]
    public async Task PostForm_EachCard_IsDecidedAndTold()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1), Samples.Waiting(2), Samples.Rejected(3));
        using var response = await web.PostFormAsync("/approvals/decide-all", ("card", Card(1)), ("card", Card(3)), ("card", Card(2)));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal([Samples.Approval(1), Samples.Approval(3), Samples.Approval(2)], web.Desk.Decisions.Select(tap => tap.Approval));
        Assert.All(web.Desk.Decisions, tap => Assert.Equal((DecisionKind.Approve, Nonce), (tap.Kind, tap.Nonce)));
        var page = new HtmlPage(await web.GetTextAsync(response.Headers.Location!.ToString().Split('#')[0]));
        Assert.Equal("2 of 3 approved", page.ById("reply-title")!.Text);
        Assert.Equal(2, page.Named("dd").Count(value => value.Text == "Approved and done."));
        Assert.Single(page.Named("dd"), value => value.Text.StartsWith("This had already been decided", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PostJson_WithCardsThatAreNotSmall_LeavesThoseAsTheyAre()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1), Samples.Typing(2), Warned(3));
        using var response = await web.PostJsonAsync("/approvals/decide-all", Body(2, 1, 3));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Samples.Approval(1), Assert.Single(web.Desk.Decisions).Approval);
        var outcomes = JsonDocument.Parse(await WebServer.TextAsync(response)).RootElement.GetProperty("outcomes");
        Assert.Equal([false, true, false], outcomes.EnumerateArray().Select(one => one.GetProperty("accepted").GetBoolean()));
        Assert.Contains("by itself", outcomes[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"decisions":[]}""")]
    [InlineData("""{"decisions":[{"approval":"x","digest":"y","nonce":"z"}]}""")]
    [InlineData("""{"decisions":[{}]}""")]
    public async Task PostJson_Malformed_Is400(string body)
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        using var response = await web.PostJsonAsync("/approvals/decide-all", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(web.Desk.Decisions);
    }

    [Fact]
    public async Task PostJson_WithoutANonce_Is400()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        using var response = await web.PostJsonAsync("/approvals/decide-all", JsonSerializer.Serialize(new { decisions = new[] { new { approval = Samples.Approval(1).ToString(), digest = Samples.DigestOf(1).Hex } } }));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static string Card(int number) => $"{Samples.Approval(number)} {Samples.DigestOf(number)} {Nonce}";

    private static string Body(params int[] numbers) =>
        JsonSerializer.Serialize(new { decisions = numbers.Select(number => new { approval = Samples.Approval(number).ToString(), digest = Samples.DigestOf(number).Hex, nonce = Nonce }) });

    private static WorkItemView Warned(int number)
    {
        var item = Samples.Waiting(number);
        return item with { Card = item.Card with { Blocks = [.. item.Card.Blocks, new CardBlock.Warning("The bank account stands only in the mail's text.")] } };
    }

    private static WorkItemView Again(int number)
    {
        var item = Samples.Waiting(number);
        return item with { Approvals = [item.Approvals[0] with { Differences = ["The price was 100.00 EUR and is 120.00 EUR."] }] };
    }

    private static WorkItemView Gapped(int number)
    {
        var item = Samples.Waiting(number);
        return item with { Approvals = [item.Approvals[0] with { Effects = [item.Effects[0] with { Gaps = ["no recipient"] }] }] };
    }
}
