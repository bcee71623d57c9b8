using System.Net;
using AiOs.Channels.Web.Tests.Fakes;

namespace AiOs.Channels.Web.Tests.Endpoints;

public sealed class EventEndpointsTests
{
    [Fact]
    public async Task Watch_OpenPage_HearsOfChangesAndThatTheLineIsAlive()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        using var response = await web.GetAsync("/events", "text/event-stream");
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("retry: 2000", await NextAsync(lines));

        (await web.PostJsonAsync("/chat/messages", """{"text":"hello"}""")).Dispose();
        Assert.Equal("data: " + web.Desk.Items[^1].Id, await NextAsync(lines));

        // The timer is made before the first byte may have been read; it beats once the clock has gone on.
        web.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(": here", await NextAsync(lines));
    }

    [Fact]
    public async Task Watch_PageClosed_StopsListening()
    {
        await using var web = await WebServer.StartAsync();
        using (var response = await web.GetAsync("/events", "text/event-stream"))
        {
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            await NextAsync(lines);
            Assert.Equal(1, web.Desk.Watchers);
        }

        await UntilAsync(() => web.Desk.Watchers == 0);
    }

    [Fact]
    public async Task Watch_HostStops_Ends()
    {
        var web = await WebServer.StartAsync();
        using var response = await web.GetAsync("/events", "text/event-stream");
        await web.DisposeAsync();
        Assert.Equal(0, web.Desk.Watchers);
    }

    [Fact]
    public async Task Watch_TooManyPages_IsRefused()
    {
        await using var web = await WebServer.StartAsync();
        List<HttpResponseMessage> open = [];
        for (var i = 0; i < 64; i++)
        {
            open.Add(await web.GetAsync("/events", "text/event-stream"));
        }

        using var refused = await web.GetAsync("/events", "text/event-stream");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        open.ForEach(static response => response.Dispose());
    }

    private static async Task<string?> NextAsync(StreamReader lines)
    {
        string? line;
        do
        {
            line = await lines.ReadLineAsync(TestContext.Current.CancellationToken);
        }
        while (line is "");

        return line;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!holds())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
