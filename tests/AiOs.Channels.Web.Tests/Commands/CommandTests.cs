using System.Net;
using System.Text;
using System.Text.Json;
using AiOs.Channels.Web.Tests.Fakes;

namespace AiOs.Channels.Web.Tests.Commands;

/// <summary>Slash commands typed into the chat.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task PostForm_Command_IsAnsweredOnThePageAndOpensNoWorkItem()
    {
        await using var web = await WebServer.StartAsync();
        using var response = await web.PostFormAsync("/chat/messages", ("text", "  /budget "));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(["/budget web operator"], web.Controls.Asked);
        Assert.Empty(web.Desk.Received);
        var address = response.Headers.Location!.ToString();
        Assert.EndsWith("#reply", address, StringComparison.Ordinal);
        var page = new HtmlPage(await web.GetTextAsync(address.Split('#')[0]));
        Assert.Equal("Answer to /budget", page.ById("reply-title")!.Text);
        Assert.Contains(page.Named("dd"), value => value.Text == "<b>240.00 EUR</b> of 200.00 EUR");
        Assert.Empty(page.Named("b"));
    }

    [Fact]
    public async Task PostForm_Freeze_ShowsTheBannerAtOnce()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        using var response = await web.PostFormAsync("/chat/messages", ("text", "/freeze"));

        Assert.Contains("Frozen: nothing runs.", await web.GetTextAsync(response.Headers.Location!.ToString().Split('#')[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetReply_AfterSomeMinutesOrGuessed_IsGone()
    {
        await using var web = await WebServer.StartAsync();
        using var response = await web.PostFormAsync("/chat/messages", ("text", "/budget"));
        var address = response.Headers.Location!.ToString().Split('#')[0];

        Assert.Null(new HtmlPage(await web.GetTextAsync("/?reply=" + new string('0', 32))).ById("reply"));
        Assert.NotNull(new HtmlPage(await web.GetTextAsync(address)).ById("reply"));
        web.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(new HtmlPage(await web.GetTextAsync(address)).ById("reply"));
    }

    [Theory]
    [InlineData("/budget", HttpStatusCode.OK, true)]
    [InlineData("/nonsense", HttpStatusCode.UnprocessableEntity, false)]
    public async Task PostJson_Command_IsAnsweredAsJson(string text, HttpStatusCode status, bool done)
    {
        await using var web = await WebServer.StartAsync();
        using var response = await web.PostJsonAsync("/chat/messages", JsonSerializer.Serialize(new { text }));

        Assert.Equal(status, response.StatusCode);
        var json = JsonDocument.Parse(await WebServer.TextAsync(response)).RootElement;
        Assert.Equal(done, json.GetProperty("done").GetBoolean());
        Assert.Equal(done ? ["facts", "quote"] : [], json.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("kind").GetString()));
        Assert.Empty(web.Desk.Received);
    }

    [Theory]
    [InlineData("/ 5 pages")]
    [InlineData("please /freeze")]
    [InlineData("//freeze")]
    public async Task PostJson_WhatIsNoCommand_IsAMessage(string text)
    {
        await using var web = await WebServer.StartAsync();
        (await web.PostJsonAsync("/chat/messages", JsonSerializer.Serialize(new { text }))).Dispose();

        Assert.Empty(web.Controls.Asked);
        Assert.Single(web.Desk.Received);
    }

    [Fact]
    public async Task PostMail_ThatReadsLikeACommand_IsAMessage()
    {
        await using var web = await WebServer.StartAsync();
        using var mail = new StringContent("/freeze", Encoding.UTF8, "message/rfc822");
        (await web.PostAsync("/chat/messages", mail, accept: null)).Dispose();

        Assert.Empty(web.Controls.Asked);
        Assert.Null(web.Desk.FrozenBecause);
    }
}
