using AiOs.Testing.Hosting;
using Microsoft.Playwright;

namespace AiOs.Scenarios.Browser;

/// <summary>The same page without scripts, without a mouse and on a phone.</summary>
public sealed class ReachTests(Chromium chromium)
{
    private const int MostTabs = 60;

    [Fact]
    public async Task Page_WithoutScripts_TakesAMailAndADecision()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        await using var one = await chromium.VisitAsync(host, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await one.ChooseAsync("hanna.eml", Mails.Inquiry(Mails.Mark()));
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await one.Approve.ClickAsync();
        var id = (await one.Cards.First.GetAttributeAsync("data-item"))!;
        await one.DecidedAsync(id);
        Assert.Single(folder.Mails());
        await one.Page.GetByRole(AriaRole.Link, new() { Name = "Whole story", Exact = true }).ClickAsync();
        Assert.True(await one.Page.Locator("#timeline li").CountAsync() >= 5);

        one.MustBeContent();
    }

    [Fact]
    public async Task Page_WithoutAMouse_TakesAMailAChangeAndADecision()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        await using var one = await chromium.VisitAsync(host);
        await ReachAsync(one, "document.activeElement.id === 'text'");
        await one.Page.Keyboard.InsertTextAsync(Mails.Inquiry(Mails.Mark()));
        await ReachAsync(one, "document.activeElement.textContent === 'Send'");
        await one.Page.Keyboard.PressAsync("Enter");
        await one.Approve.WaitForAsync();
        var id = (await one.Cards.First.GetAttributeAsync("data-item"))!;

        await ReachAsync(one, "document.activeElement.textContent === 'Change…'");
        await one.Page.Keyboard.PressAsync("Enter");
        await ReachAsync(one, "document.activeElement.tagName === 'TEXTAREA' && document.activeElement.id.startsWith('change-')");
        await one.Page.Keyboard.TypeAsync("Say that we can start in March.");
        await one.Page.Keyboard.PressAsync("Tab");
        await one.Page.Keyboard.PressAsync("Enter");
        await one.Page.GetByText("March").First.WaitForAsync();
        await one.ShootAsync("changed");

        await ReachAsync(one, "document.activeElement.textContent === 'Approve'");
        await one.Page.Keyboard.PressAsync("Enter");
        await one.DecidedAsync(id);
        Assert.Contains("March", Assert.Single(folder.Mails()), StringComparison.Ordinal);
        one.MustBeContent();
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public async Task Pages_OnAPhone_FitItsWidth(int width, ColorScheme scheme)
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        var done = (await host.Web.MailAsync(Mails.Inquiry(Mails.Mark()))).Json;
        await host.Web.DecideAsync(done, "approve");
        await host.Web.MailAsync(Mails.Inquiry(Mails.Mark(), $"{new string('a', 60)}@{string.Concat(Enumerable.Repeat("long-name.", 12))}example"));
        await using var one = await chromium.VisitAsync(host, new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = scheme, IsMobile = true, HasTouch = true });
        foreach (var (name, path) in new[] { ("chat", "/"), ("item", $"/items/{done.GetProperty("workItem").GetString()}"), ("journal", "/journal"), ("costs", "/costs") })
        {
            await one.Page.GotoAsync(host.Address.GetLeftPart(UriPartial.Authority) + path);
            await one.ShootAsync($"phone-{width}-{scheme.ToString().ToLowerInvariant()}-{name}");
            Assert.Equal(width, await one.Page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        }

        one.MustBeContent();
    }

    /// <summary>Presses Tab until the focus is where it is wanted, and looks whether it can be seen there.</summary>
    private static async Task ReachAsync(Visitor one, string there)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            if (await one.Page.EvaluateAsync<bool>(there))
            {
                Assert.True(await one.Page.EvaluateAsync<bool>("document.activeElement.matches(':focus-visible')"), $"the focus cannot be seen: {there}");
                return;
            }

            await one.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{MostTabs} tabs did not lead to {there}");
    }
}
