using System.Net;
using System.Text.Json;
using AiOs.Channels.Web.Tests.Fakes;

namespace AiOs.Channels.Web.Tests.Controls;

/// <summary>Stop and go, money, autonomy and the policy on one page.</summary>
public sealed class ControlEndpointsTests
{
    [Fact]
    public async Task Get_Page_ShowsCapsAutonomyAndThePolicyAsText()
    {
        await using var web = await WebServer.StartAsync();
        var page = new HtmlPage(await web.GetTextAsync("/controls"));

        Assert.Contains("version: 1\n# <script>alert(1)</script>\n", page.Named("pre").Single().Text, StringComparison.Ordinal);
        Assert.Contains("policy/main@3", page.Named("code").Select(code => code.Text));
        Assert.Single(page.Named("li"), cap => cap["class"] == "over" && cap.Text.Contains("240.00 EUR of 200.00 EUR, over", StringComparison.Ordinal));
        Assert.Single(page.Named("li"), cap => cap.Text.Contains("3 of 12", StringComparison.Ordinal));
        Assert.Equal(["Freeze everything", "Accept", "Turn down", "Revoke"], page.Buttons);
    }

    [Fact]
    public async Task PostForm_FreezeAndResume_TurnThePageAround()
    {
        await using var web = await WebServer.StartAsync();
        using var frozen = await web.PostFormAsync("/controls/freeze");
        var page = new HtmlPage(await WebServer.TextAsync(frozen));
        Assert.Contains("Resume", page.Buttons);
        Assert.Contains(page.All, node => node["class"] == "frozen");

        using var resumed = await web.PostFormAsync("/controls/resume");
        Assert.Contains("Freeze everything", new HtmlPage(await WebServer.TextAsync(resumed)).Buttons);
        Assert.Equal(["freeze web operator", "resume web operator"], web.Controls.Asked);
    }

    [Theory]
    [InlineData("sales/calendar.book/client/none", "yes", HttpStatusCode.OK)]
    [InlineData("execution/email.send/client/none", "no", HttpStatusCode.OK)]
    [InlineData("nobody/ever/none/none", "yes", HttpStatusCode.Conflict)]
    public async Task PostJson_Autonomy_SaysWhatCameOfIt(string name, string accept, HttpStatusCode status)
    {
        await using var web = await WebServer.StartAsync();
        using var response = await web.PostJsonAsync("/controls/autonomy", JsonSerializer.Serialize(new { @class = name, accept }));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal([$"autonomy {name} {accept == "yes"}"], web.Controls.Asked);
        Assert.Equal(status == HttpStatusCode.OK, JsonDocument.Parse(await WebServer.TextAsync(response)).RootElement.GetProperty("accepted").GetBoolean());
    }

    [Theory]
    [InlineData("""{"class":"x"}""")]
    [InlineData("""{"class":"x","accept":"maybe"}""")]
    [InlineData("""{"accept":"yes"}""")]
    public async Task PostJson_AutonomyMalformed_Is400(string body)
    {
        await using var web = await WebServer.StartAsync();
        using var response = await web.PostJsonAsync("/controls/autonomy", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(web.Controls.Asked);
    }

    [Fact]
    public async Task PostForm_Undo_LeadsBackToTheCard()
    {
        await using var web = await WebServer.StartAsync(Samples.Undoable(1));
        using var form = await web.PostFormAsync($"/items/{Samples.Id(1)}/undo");
        Assert.Equal(HttpStatusCode.SeeOther, form.StatusCode);
        using var json = await web.PostAsync($"/items/{Samples.Id(1)}/undo", content: null, accept: "application/json");
        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
        Assert.Equal([Samples.Id(1), Samples.Id(1)], web.Desk.Undone);
        using var get = await web.GetAsync($"/items/{Samples.Id(1)}/undo");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
    }
}
