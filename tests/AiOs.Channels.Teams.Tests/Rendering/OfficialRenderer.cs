using Microsoft.Playwright;

namespace AiOs.Channels.Teams.Tests.Rendering;

/// <summary>The official renderer in a browser, started by the first test that needs it.</summary>
public sealed class OfficialRenderer : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task<IPage> PageAsync()
    {
        var script = Path.Combine(PeersFolder(), "node_modules", "adaptivecards", "dist", "adaptivecards.min.js");
        Must(File.Exists(Chromium), $"{Chromium} is missing");
        Must(File.Exists(script), "the renderer in tests/peers is not installed");
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await _browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new() { Width = 480, Height = 200 } });
        await page.SetContentAsync("<!doctype html><meta charset=utf-8><body></body>");
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = script });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string PeersFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AiOs.Bot.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? string.Empty, "tests", "peers");
    }

    /// <summary>Skips where something is missing; fails in CI.</summary>
    private static void Must(bool there, string missing)
    {
        var sentence = $"{missing}; run tests/install-peers.sh.";
        Assert.True(there || Environment.GetEnvironmentVariable("CI") != "true", sentence);
        Assert.SkipUnless(there, sentence);
    }
}
