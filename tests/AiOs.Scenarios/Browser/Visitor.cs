using System.Collections.Concurrent;
using System.Text;
using AiOs.Testing.Hosting;
using Microsoft.Playwright;

namespace AiOs.Scenarios.Browser;

/// <summary>Somebody before a page of the running host, with all that their browser complains of.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning")
            {
                _complaints.Enqueue($"{said.Type}: {said.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>The cards on the page.</summary>
    public ILocator Cards => Page.Locator("article[data-item]");

    public ILocator Approve => Page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true });

    public ILocator Reject => Page.GetByRole(AriaRole.Button, new() { Name = "Reject", Exact = true });

    public static async Task<Visitor> OpenAsync(IBrowserContext context, Uri address)
    {
        var visitor = new Visitor(context, await context.NewPageAsync());
        await visitor.Page.GotoAsync(address.ToString());
        Assert.DoesNotContain("key=", visitor.Page.Url, StringComparison.Ordinal);
        return visitor;
    }

    public ILocator Card(string id) => Page.Locator($"article[data-item='{id}']");

    /// <summary>Drops a file onto the page, as a hand does.</summary>
    public async Task DropAsync(string name, string mail)
    {
        var transfer = await Page.EvaluateHandleAsync(
            """
            ([name, text]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([new TextEncoder().encode(text)], name, { type: 'message/rfc822' }));
              return transfer;
            }
            """,
            new[] { name, mail });
        await Page.DispatchEventAsync("body", "dragover", new { dataTransfer = transfer });
        await Page.DispatchEventAsync("body", "drop", new { dataTransfer = transfer });
    }

    public Task ChooseAsync(string name, string mail) =>
        Page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "message/rfc822", Buffer = Encoding.UTF8.GetBytes(mail) });

    /// <summary>Waits until nothing more will happen to the card, and returns how it is said to stand.</summary>
    public async Task<string> DecidedAsync(string id)
    {
        var decided = Page.Locator($"article[data-item='{id}'][data-place='rest']:not([data-status='On its way'])");
        await decided.WaitForAsync();
        return (await decided.GetAttributeAsync("data-status"))!;
    }

    public async Task ShootAsync(string name, bool full = true) =>
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Places.Screens, name + ".png"), FullPage = full });

    /// <param name="but">Complaints that belong to the scenario.</param>
    public void MustBeContent(string? but = null) =>
        Assert.DoesNotContain(_complaints, complaint => but is null || !complaint.Contains(but, StringComparison.Ordinal));

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
