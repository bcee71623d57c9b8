using System.Net;
using System.Text.Json;
using AiOs.Channels.Web.Tests.Fakes;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Web.Tests.Endpoints;

public sealed class ApprovalEndpointsTests
{
    private static readonly string Path = "/approvals/" + Samples.Approval(1);
    private static readonly string Digest = Samples.DigestOf(1).Hex;

    [Theory]
    [InlineData("approve", DecisionKind.Approve, "done")]
    [InlineData("reject", DecisionKind.Reject, "rejected")]
    [InlineData("change", DecisionKind.Change, "rejected")]
    public async Task PostJson_OpenApproval_Decides(string word, DecisionKind kind, string state)
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        using var response = await web.PostJsonAsync(Path, Body(word, Digest, "shorter"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var tap = Assert.Single(web.Desk.Decisions);
        Assert.Equal((kind, "operator", "shorter", ChannelName.Web), (tap.Kind, tap.By, tap.Text, tap.Channel));
        var json = JsonDocument.Parse(await WebServer.TextAsync(response)).RootElement;
        Assert.True(json.GetProperty("accepted").GetBoolean());
        Assert.Equal(state, json.GetProperty("state").GetString());
        Assert.NotEmpty(json.GetProperty("sentence").GetString()!);
        Assert.Equal(["id", "kind", "outcome", "detail"], json.GetProperty("effects")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(1, json.GetProperty("approvals").GetArrayLength());
    }

    [Fact]
    public async Task PostJson_SecondDecision_Is409WithTheSameShape()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        (await web.PostJsonAsync(Path, Body("reject", Digest))).Dispose();
        using var response = await web.PostJsonAsync(Path, Body("approve", Digest));
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var json = JsonDocument.Parse(await WebServer.TextAsync(response)).RootElement;
        Assert.False(json.GetProperty("accepted").GetBoolean());
        Assert.Equal("rejected", json.GetProperty("state").GetString());
        Assert.Contains("already been decided", json.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostJson_OtherDigest_Is409AndDecidesNothing()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        using var response = await web.PostJsonAsync(Path, Body("approve", Samples.DigestOf(2).Hex));
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("open", web.Desk.Items[0].Approvals[0].State);
    }

    [Theory]
    [InlineData("0199c0de111170008000000000000077")]
    [InlineData("nonsense")]
    public async Task PostJson_UnknownApproval_Is404(string id)
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        using var response = await web.PostJsonAsync("/approvals/" + id, Body("approve", Digest));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"decision":"approve"}""")]
    [InlineData("""{"decision":"approve","digest":"abc"}""")]
    [InlineData("""{"digest":"DIGEST"}""")]
    [InlineData("""{"decision":"APPROVE","digest":"DIGEST"}""")]
    [InlineData("""{"decision":"change","digest":"DIGEST"}""")]
    [InlineData("""{"decision":"change","digest":"DIGEST","text":" "}""")]
    [InlineData("""{"decision":"reject","decision":"approve","digest":"DIGEST"}""")]
    [InlineData("approve")]
    public async Task PostJson_BadInput_Is400AndDecidesNothing(string body)
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        using var response = await web.PostJsonAsync(Path, body.Replace("DIGEST", Digest, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(web.Desk.Decisions);
    }

    [Fact]
    public async Task PostForm_Winner_IsLedBackToWhereItCameFrom()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1), Samples.Waiting(2));
        using var chat = await web.PostFormAsync(Path + "/decide", ("decision", "approve"), ("digest", Digest));
        Assert.Equal(HttpStatusCode.SeeOther, chat.StatusCode);
        Assert.Equal("/#item-" + Samples.Id(1), chat.Headers.Location!.ToString());
        using var item = await web.PostFormAsync(
            $"/approvals/{Samples.Approval(2)}/decide", ("decision", "reject"), ("digest", Samples.DigestOf(2).Hex), ("from", "item"));
        Assert.Equal("/items/" + Samples.Id(2), item.Headers.Location!.ToString());
    }

    [Fact]
    public async Task PostForm_Loser_SeesWhatHadBeenDecided()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        (await web.PostFormAsync(Path + "/decide", ("decision", "reject"), ("digest", Digest))).Dispose();
        using var response = await web.PostFormAsync(Path + "/decide", ("decision", "approve"), ("digest", Digest));
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var page = new HtmlPage(await WebServer.TextAsync(response));
        Assert.Contains(page.All, node => node["role"] == "alert" && node.Text.StartsWith("This had already been decided: Rejected by", StringComparison.Ordinal));
        Assert.DoesNotContain("Approve", page.Buttons);
    }

    [Fact]
    public async Task PostForm_FormOfThePage_DecidesAsItsButtonsSay()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        var page = new HtmlPage(await web.GetTextAsync("/"));
        var button = page.Named("button").Single(node => node.Text == "Approve");
        var form = button.Parents.Last(node => node.Name == "form");
        var fields = page.Named("input").Where(node => node.Parents.Contains(form)).Select(node => (node["name"]!, node["value"]!));
        using var response = await web.PostFormAsync(form["action"]!, [.. fields, (button["name"]!, button["value"]!)]);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(DecisionKind.Approve, Assert.Single(web.Desk.Decisions).Kind);
    }

    [Fact]
    public async Task Get_Decision_DoesNotExist()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        foreach (var path in new[] { Path, Path + "/decide", "/chat/messages", "/chat/example", "/journal/verify", "/approvals/decide-all", "/controls/freeze", "/controls/resume", "/controls/autonomy", $"/items/{Samples.Id(1)}/answer" })
        {
            using var response = await web.GetAsync($"{path}?decision=approve&digest={Digest}");
            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        }

        Assert.Equal(0, web.Desk.Changes);
    }

    private static string Body(string decision, string digest, string? text = null) => JsonSerializer.Serialize(new { decision, digest, text });
}
