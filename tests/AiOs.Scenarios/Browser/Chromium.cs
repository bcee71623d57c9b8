using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(AiOs.Scenarios.Browser.Chromium))]

namespace AiOs.Scenarios.Browser;

/// <summary>One browser for all tests, started by the first that needs it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A person of their own: no cookies or storage of anybody else.</summary>
    public async Task<Visitor> VisitAsync(HostProcess host, BrowserNewContextOptions? options = null)
    {
        var context = await (await StartedAsync()).NewContextAsync(options ?? new BrowserNewContextOptions { ViewportSize = new() { Width = 1180, Height = 900 } });
        context.SetDefaultTimeout((float)HostFolder.Patience.TotalMilliseconds);
        return await Visitor.OpenAsync(context, host.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _gate.Dispose();
    }

    private async Task<IBrowser> StartedAsync()
    {
        var path = Needs.ChromiumPath;
        await _gate.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            _gate.Release();
        }
    }
}
