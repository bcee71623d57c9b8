using AiOs.Testing.Hosting;
using Microsoft.Playwright;

namespace AiOs.Scenarios.Browser;

/// <summary>Pictures to look at, in artifacts/screens; with AIOS_SCREENS=docs also the two that the README shows.</summary>
public sealed class ScreenTests(Chromium chromium)
{
    private const int LargestForDocs = 200_000;
    private const int Margin = 8;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Pages_OfABusyDay_CanBeLookedAt(ColorScheme scheme)
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        await using var one = await chromium.VisitAsync(host, new BrowserNewContextOptions { ViewportSize = new() { Width = 1180, Height = 900 }, ColorScheme = scheme });
        var look = scheme.ToString().ToLowerInvariant();
        await one.ShootAsync($"{look}-welcome");
        var done = await FillAsync(host.Web);
        foreach (var (name, path) in new[] { ("chat", "/"), ("item", $"/items/{done}"), ("journal", "/journal"), ("costs", "/costs") })
        {
            await one.Page.GotoAsync(host.Address.GetLeftPart(UriPartial.Authority) + path);
            await one.ShootAsync($"{look}-{name}");
        }

        await one.Page.GotoAsync(host.Address.GetLeftPart(UriPartial.Authority) + "/journal");
        await one.Page.Locator("form[action='/journal/verify'] button").ClickAsync();
        await one.Page.GetByText("Chain verified").First.WaitForAsync();
        await one.ShootAsync($"{look}-verified");
        one.MustBeContent();
    }

    [Fact]
    public async Task Screens_ForTheReadme_AreSmallAndThere()
    {
        using var folder = new HostFolder(new Dictionary<string, string> { ["AIOS_Workspace__Name"] = "Robin Vale" });
        await using var host = await folder.ServeAsync();
        await using var one = await chromium.VisitAsync(host, new BrowserNewContextOptions { ViewportSize = new() { Width = 760, Height = 900 }, ColorScheme = ColorScheme.Light });
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Try it with an example mail" }).ClickAsync();
        // Without the mark in the address that puts a ring around the card.
        await one.Page.GotoAsync(host.Address.GetLeftPart(UriPartial.Authority));
        await one.Approve.WaitForAsync();
        await KeepAsync("card", one, one.Cards.First);
        var id = (await one.Cards.First.GetAttributeAsync("data-item"))!;
        await one.Approve.ClickAsync();
        await one.DecidedAsync(id);
        await one.Page.GotoAsync($"{host.Address.GetLeftPart(UriPartial.Authority)}/items/{id}");
        await KeepAsync("timeline", one, one.Page.Locator("#timeline"));
        foreach (var name in new[] { "card", "timeline" })
        {
            var kept = new FileInfo(Path.Combine(Places.Root, "docs", "screens", name + ".png"));
            Assert.True(kept.Exists, $"docs/screens/{name}.png is missing; run this test with AIOS_SCREENS=docs.");
            Assert.InRange(kept.Length, 5_000, LargestForDocs);
        }
    }

    /// <summary>A live update may just be putting the part anew: then it has no box for a moment.</summary>
    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator part)
    {
        for (var tried = 0; tried < 50; tried++)
        {
            await part.WaitForAsync();
            if (await part.BoundingBoxAsync() is { } box)
            {
                return box;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The part of the page that is to be kept never stood still.");
    }

    /// <summary>A part of the page out of a picture of the whole, since the head of the page stays in view while it scrolls.</summary>
    private static async Task KeepAsync(string name, Visitor one, ILocator part)
    {
        var folder = Environment.GetEnvironmentVariable("AIOS_SCREENS") == "docs" ? Path.Combine(Places.Root, "docs", "screens") : Path.Combine(Places.Screens, "docs");
        var box = await BoxAsync(part);
        await one.Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(folder, name + ".png"),
            FullPage = true,
            Clip = new Clip { X = box.X - Margin, Y = box.Y - Margin, Width = box.Width + (2 * Margin), Height = box.Height + (2 * Margin) },
        });
    }

    private static async Task<string> FillAsync(Testing.Hosting.WebClient web)
    {
        var done = (await web.MailAsync(Mails.Inquiry(Mails.Mark()))).Json;
        await web.DecideAsync(done, "approve");
        var rejected = (await web.MailAsync(Mails.Inquiry(Mails.Mark(), "someone@else.example"))).Json;
        await web.DecideAsync(rejected, "reject", "Not our field.");
        var changed = (await web.MailAsync(Mails.Inquiry(Mails.Mark(), "third@party.example"))).Json;
        await web.DecideAsync(changed, "change", "Say that we can start in March.");
        await web.MailAsync(Mails.Plain(Mails.Mark(), "Billing <billing@printer.example>", "Invoice 2026-118", "Dear customer,\n\nplease find our invoice 2026-118 over 240.00 EUR for 500 flyers, due on 2026-12-15.\nIBAN DE89 3704 0044 0532 0130 00\n\nPrint House Ltd"));
        await web.MailAsync(Mails.Plain(Mails.Mark(), "Jo <jo@client.example>", "Call next week?", "Hi,\n\ncould we talk on Tuesday, 1 December at 10:30 about the launch?\n\nJo"));
        await web.MailAsync(Mails.Plain(Mails.Mark(), "Ann <ann@friends.example>", "Hm", "Hm."));
        await web.TextAsync("Remember that Hanna prefers mornings.");
        return done.GetProperty("workItem").GetString()!;
    }
}
