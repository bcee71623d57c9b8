using System.Net;
using System.Text.Json;
using AiOs.Channels.Web.Tests.Fakes;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;

namespace AiOs.Channels.Web.Tests.Endpoints;

public sealed class ItemEndpointsTests
{
    private static readonly string Item = "/items/" + Samples.Id(1);

    [Fact]
    public async Task GetJson_Known_IsTheShapeOfIntake()
    {
        await using var web = await WebServer.StartAsync(Samples.Done(1));
        var json = JsonDocument.Parse(await web.GetTextAsync(Item + ".json", "application/json")).RootElement;
        Assert.Equal(Samples.Id(1).ToString(), json.GetProperty("workItem").GetString());
        Assert.Equal("done", json.GetProperty("effects")[0].GetProperty("outcome").GetString());
        Assert.False(json.TryGetProperty("repeated", out _));
    }

    [Fact]
    public async Task GetList_OpenOnly_LeavesOutWhatIsDone()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1), Samples.Done(2), Samples.Asking(3));
        Assert.Equal([Samples.Id(3).ToString(), Samples.Id(1).ToString()], await ListAsync(web, "/items.json?open=true"));
        Assert.Equal(3, (await ListAsync(web, "/items.json")).Count);
        Assert.Single(await ListAsync(web, "/items.json?count=1"));
        Assert.Equal([Samples.Id(1).ToString()], await ListAsync(web, "/items.json?before=" + Samples.Id(2)));
    }

    [Theory]
    [InlineData("/items/0199c0de000070008000000000000077")]
    [InlineData("/items/0199c0de000070008000000000000077.json")]
    [InlineData("/items/0199c0de000070008000000000000077/card")]
    [InlineData("/items/<script>")]
    public async Task Get_Unknown_Is404(string path)
    {
        await using var web = await WebServer.StartAsync();
        using var response = await web.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task GetCard_Known_IsTheEntryOfThePageAlone()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        var entry = await web.GetTextAsync(Item + "/card");
        Assert.Contains(entry, await web.GetTextAsync("/"), StringComparison.Ordinal);
        Assert.StartsWith("<article", entry, StringComparison.Ordinal);
        Assert.Contains("name=\"from\" value=\"item\"", await web.GetTextAsync(Item + "/card?from=item"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetItem_Known_TellsTheTimeline()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        var page = new HtmlPage(await web.GetTextAsync(Item));
        var steps = page.Named("p").Where(node => node["class"] == "step").Select(node => node.Text);
        Assert.Equal(["Came in by web", "Understood as inquiry", "Execution proposed one effect", "You were asked"], steps);
    }

    [Fact]
    public async Task Chat_ManyItems_IsPaged()
    {
        await using var web = await WebServer.StartAsync([.. Enumerable.Range(1, 45).Select(Samples.Done)]);
        var first = new HtmlPage(await web.GetTextAsync("/"));
        Assert.Equal(30, first.Named("article").Count());
        var older = first.Named("a").Single(node => node.Text == "Show older ones")["href"]!;
        Assert.Equal(15, new HtmlPage(await web.GetTextAsync(older)).Named("article").Count());
    }

    [Fact]
    public async Task PostAnswer_JsonAndForm_Alike()
    {
        await using var web = await WebServer.StartAsync(Samples.Asking(1));
        using var json = await web.PostJsonAsync(Item + "/answer", """{"text":"85 EUR"}""");
        Assert.True(JsonDocument.Parse(await WebServer.TextAsync(json)).RootElement.GetProperty("accepted").GetBoolean());
        using var form = await web.PostFormAsync(Item + "/answer", ("text", "85 EUR"), ("from", "item"));
        Assert.Equal(Item, form.Headers.Location!.ToString());
        Assert.Equal([(Samples.Id(1), "85 EUR"), (Samples.Id(1), "85 EUR")], web.Desk.Answers);
    }

    [Theory]
    [InlineData("""{"text":""}""", 400)]
    [InlineData("{}", 400)]
    [InlineData("x", 400)]
    public async Task PostAnswer_BadInput_IsRefused(string body, int status)
    {
        await using var web = await WebServer.StartAsync(Samples.Asking(1));
        using var response = await web.PostJsonAsync(Item + "/answer", body);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(web.Desk.Answers);
    }

    [Fact]
    public async Task PostAnswer_NoOpenQuestion_Is409()
    {
        await using var web = await WebServer.StartAsync(Samples.Done(1));
        using var late = await web.PostJsonAsync(Item + "/answer", """{"text":"x"}""");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task PostAnswer_UnknownItem_Is404()
    {
        await using var web = await WebServer.StartAsync(Samples.Done(1));
        using var unknown = await web.PostJsonAsync("/items/" + Samples.Id(9) + "/answer", """{"text":"x"}""");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory]
    [InlineData("happened", Settlement.Happened)]
    [InlineData("did-not-happen", Settlement.DidNotHappen)]
    [InlineData("send-again", Settlement.SendAgain)]
    public async Task PostSettle_EachWord_IsTaken(string word, Settlement settlement)
    {
        await using var web = await WebServer.StartAsync(Samples.Unknown(1));
        using var form = await web.PostFormAsync(Item + "/settle", ("effect", Samples.Effect(1).ToString()), ("settlement", word));
        Assert.Equal(HttpStatusCode.SeeOther, form.StatusCode);
        Assert.Equal((Samples.Effect(1), settlement), Assert.Single(web.Desk.Settled));
    }

    [Theory]
    [InlineData("""{"effect":"x","settlement":"happened"}""")]
    [InlineData("""{"effect":"0199c0de222270008000000000000001","settlement":"perhaps"}""")]
    [InlineData("""{"effect":"0199c0de222270008000000000000001"}""")]
    public async Task PostSettle_BadInput_Is400(string body)
    {
        await using var web = await WebServer.StartAsync(Samples.Unknown(1));
        using var response = await web.PostJsonAsync(Item + "/settle", body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(web.Desk.Settled);
    }

    [Fact]
    public async Task Journal_Commits_LinkToWorkItems()
    {
        await using var web = await WebServer.StartAsync();
        var page = new HtmlPage(await web.GetTextAsync("/journal"));
        Assert.Equal(12, page.Named("tbody").Single().Text.Split('…').Length - 1 - page.Named("a").Count(node => node.Text.StartsWith("work/", StringComparison.Ordinal)));
        Assert.Contains(page.Named("a"), link => link["href"] == Item);
        Assert.DoesNotContain("Older commits", page.Named("main").Single().Text, StringComparison.Ordinal);
        Assert.Equal(0, web.Desk.Verified);
    }

    [Fact]
    public async Task PostVerify_EachReport_SaysWhatWasFound()
    {
        await using var web = await WebServer.StartAsync();
        using var good = await web.PostFormAsync("/journal/verify");
        Assert.Contains("chain verified: 12 commits", await WebServer.TextAsync(good), StringComparison.Ordinal);
        web.Desk.Report = new ChainReport(false, 12, 7, "The hash of commit 7 does not fit its bytes.");
        using var bad = await web.PostFormAsync("/journal/verify");
        Assert.Contains("The chain is broken at commit 7.", new HtmlPage(await WebServer.TextAsync(bad)).Named("main").Single().Text, StringComparison.Ordinal);
        using var json = await web.PostAsync("/journal/verify", null, "application/json");
        Assert.Equal(7, JsonDocument.Parse(await WebServer.TextAsync(json)).RootElement.GetProperty("position").GetInt64());
    }

    [Fact]
    public async Task Costs_EachCount_IsShown()
    {
        await using var web = await WebServer.StartAsync();
        var text = new HtmlPage(await web.GetTextAsync("/costs")).Named("main").Single().Text;
        Assert.Contains("No model is configured", text, StringComparison.Ordinal);
        Assert.Contains("awaiting approval", text, StringComparison.Ordinal);
        Assert.Contains("newsletter", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Everything_ChangesNothing()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1), Samples.Asking(2), Samples.Unknown(3));
        foreach (var path in new[] { "/", "/journal", "/costs", Item, Item + "/card", Item + ".json", "/items.json?open=true" })
        {
            (await web.GetAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "decision=approve&text=yes")).Dispose();
        }

        Assert.Equal(0, web.Desk.Changes);
        Assert.Equal(0, web.Desk.Verified);
    }

    private static async Task<List<string?>> ListAsync(WebServer web, string path) =>
        [.. JsonDocument.Parse(await web.GetTextAsync(path, "application/json")).RootElement.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("workItem").GetString())];
}
