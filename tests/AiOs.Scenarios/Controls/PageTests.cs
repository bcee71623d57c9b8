using AiOs.Scenarios.Browser;
using AiOs.Testing.Hosting;
using Microsoft.Playwright;

namespace AiOs.Scenarios.Controls;

/// <summary>The same on the page: what has to be typed, several cards at once, commands and the controls, on a phone and without scripts.</summary>
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Page_OnASmallScreenWithoutScripts_TakesTypedWordsCommandsAndControls()
    {
        using var folder = await FolderAsync();
        await using var host = await folder.ServeAsync();
        await using var one = await chromium.VisitAsync(host, new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new() { Width = 320, Height = 700 } });
        var typed = await MailAsync(host.Web, "anna@two.example");
        await one.Page.ReloadAsync();
        await FitsAsync(one, "controls-320-typed");

        // Nothing typed: the browser does not even ask.
        await one.Approve.ClickAsync();
        Assert.Equal("awaiting-approval", await StateAsync(host, typed));
        await one.Page.GetByLabel("Type anna@two.example to approve").FillAsync("eva@two.example");
        await one.Approve.ClickAsync();
        await one.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        Assert.Contains("nothing was decided", await one.Page.GetByRole(AriaRole.Alert).TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(folder.Mails());
        await one.Page.GetByLabel("Type anna@two.example to approve").FocusAsync();
        await one.Page.Keyboard.TypeAsync("anna@two.example");
        await one.Page.Keyboard.PressAsync("Enter");
        await one.Page.GetByText("Approved by operator in web").First.WaitForAsync();
        Assert.Single(folder.Mails());

        await GoAsync(one, host, "/");
        await SayAsync(one, "/budget");
        Assert.Contains("spending/any/day", await one.Page.Locator("#reply").TextContentAsync(), StringComparison.Ordinal);
        await FitsAsync(one, "controls-320-reply");
        await SayAsync(one, "/freeze");
        await one.Page.GetByText("Frozen: nothing runs.").WaitForAsync();
        await GoAsync(one, host, "/controls");
        await FitsAsync(one, "controls-320-page");
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Freeze everything" }).WaitForAsync();

        await GoAsync(one, host, "/");
        await SayAsync(one, "note: the printer needs toner");
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await one.Page.GetByText("Taken back").First.WaitForAsync();
        one.MustBeContent(but: "409");
    }

    [Fact]
    public async Task Page_SeveralSmallCards_AreApprovedTogetherAndTheTypedOneIsNot()
    {
        using var folder = await FolderAsync();
        await using var host = await folder.ServeAsync();
        await using var one = await chromium.VisitAsync(host, new BrowserNewContextOptions { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true });
        var small = new[] { await MailAsync(host.Web, "anna@one.example"), await MailAsync(host.Web, "bo@one.example"), await MailAsync(host.Web, "cy@one.example") };
        var typed = await MailAsync(host.Web, "anna@two.example");
        await one.Page.ReloadAsync();
        var all = one.Page.GetByRole(AriaRole.Button, new() { Name = "Approve all 3 shown here" });
        Assert.False(await all.IsVisibleAsync());

        await one.Page.GetByText("Approve several at once").ClickAsync();
        await FitsAsync(one, "controls-390-batch", 390);
        await all.ClickAsync();
        await one.Page.GetByText("3 of 3 approved").WaitForAsync();
        await FitsAsync(one, "controls-390-told", 390);

        Assert.Equal(3, folder.Mails().Count);
        foreach (var id in small)
        {
            Assert.Equal("done", await StateAsync(host, id));
        }

        Assert.Equal("awaiting-approval", await StateAsync(host, typed));
        await GoAsync(one, host, "/controls");
        await FitsAsync(one, "controls-390-page", 390);
        await one.Page.SetViewportSizeAsync(1180, 900);
        await FitsAsync(one, "controls-1180-page", 1180);
        one.MustBeContent();
    }

    private static async Task<HostFolder> FolderAsync()
    {
        var folder = new HostFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Work, "policy.yaml"), Policies.Tiers, TestContext.Current.CancellationToken);
        folder.Environment[Policies.Setting] = "policy.yaml";
        return folder;
    }

    private static async Task<string> MailAsync(Testing.Hosting.WebClient web, string sender) =>
        (await web.MailAsync(Mails.Plain(Mails.Mark(), $"Anna Weber <{sender}>", "What would a website cost", "Hello,\n\ncould you tell us what a new website would cost, and when you could start?\n\nKind regards,\nAnna Weber"))).Json.GetProperty("workItem").GetString()!;

    private static async Task<string?> StateAsync(HostProcess host, string id) => (await host.Web.ItemAsync(id)).GetProperty("state").GetString();

    private static Task<IResponse?> GoAsync(Visitor one, HostProcess host, string path) => one.Page.GotoAsync(host.Address.GetLeftPart(UriPartial.Authority) + path);

    private static async Task SayAsync(Visitor one, string words)
    {
        await one.Page.Locator("#text").FillAsync(words);
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
    }

    private static async Task FitsAsync(Visitor one, string picture, int width = 320)
    {
        await one.ShootAsync(picture);
        Assert.Equal(width, await one.Page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
    }
}
