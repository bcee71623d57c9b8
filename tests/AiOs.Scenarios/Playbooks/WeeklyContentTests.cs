using System.Net;
using System.Text.Json;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Playbooks;

/// <summary>A real host with the playbooks that come with it: one is started by plain words, killed while it waits, answered, and stopped.</summary>
public sealed class WeeklyContentTests
{
    private const string Words = "plan this week's content";

    [Fact]
    public async Task Weekly_KilledWhileItAsks_GoesOnWhereItWas()
    {
        using var folder = new HostFolder();
        string run;
        await using (var host = await folder.ServeAsync())
        {
            var listed = await CommandAsync(host.Web, "/playbooks");
            Assert.All(new[] { "invoice-chase", "lead-follow-up", "weekly-content", "no open run" }, name => Assert.Contains(name, listed, StringComparison.Ordinal));
            (await host.Web.MailAsync($"From: eve@out.example\r\nTo: me@me.example\r\nSubject: {Words}\r\nMessage-ID: <1@out.example>\r\nDate: Mon, 23 Nov 2026 09:00:00 +0100\r\n\r\n{Words}\r\n")).MustBe(HttpStatusCode.OK);
            Assert.DoesNotContain(await host.Web.ItemsAsync(), IsAsking);
            (await host.Web.TextAsync(Words)).MustBe(HttpStatusCode.OK);
            run = Assert.Single(await host.Web.WaitForItemsAsync(items => items.Any(IsAsking)), IsAsking).GetProperty("workItem").GetString()!;
            await host.KillAsync();
        }

        await using var again = await folder.ServeAsync();
        Assert.DoesNotContain(again.Errors, line => line.StartsWith("playbook ", StringComparison.Ordinal));
        Assert.True(IsAsking(await again.Web.ItemAsync(run)));
        (await again.Web.PostAsync($"/items/{run}/answer", new { text = "Fewer tools for small firms" })).MustBe(HttpStatusCode.OK);
        await again.Web.WaitForItemsAsync(items => items.Any(item => item.GetProperty("workItem").GetString() == run && item.GetProperty("state").GetString() == "working"));
        var shown = await CommandAsync(again.Web, "/playbook show weekly-content");
        Assert.Contains("step 4 of 6: thursday", shown, StringComparison.Ordinal);
        Assert.Contains("The run is stopped.", await CommandAsync(again.Web, "/playbook stop weekly-content"), StringComparison.Ordinal);
        Assert.Equal("done", (await again.Web.ItemAsync(run)).GetProperty("state").GetString());
        Assert.True((await again.Web.VerifyAsync()).GetProperty("ok").GetBoolean());
        Assert.Equal(0, await again.StopAsync());
    }

    private static bool IsAsking(JsonElement item) =>
        item.TryGetProperty("question", out var question) && question is { ValueKind: JsonValueKind.String } && question.GetString()!.StartsWith("What is this week's piece about?", StringComparison.Ordinal);

    private static async Task<string> CommandAsync(Testing.Hosting.WebClient web, string text) => (await web.TextAsync(text)).MustBe(HttpStatusCode.OK).Text;
}
