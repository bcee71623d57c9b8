using System.Net;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Schedules;

/// <summary>The real program, with its clock: its jobs prove what they did.</summary>
public sealed class HostClockTests
{
    [Fact]
    public async Task Host_WithTheClockOn_RunsAJobThatProvesItsResult()
    {
        using var folder = new HostFolder(new Dictionary<string, string> { ["AIOS_Jobs__Enabled"] = "true" });
        await using var host = await folder.ServeAsync();

        var list = (await host.Web.TextAsync("/schedule")).MustBe(HttpStatusCode.OK).Json.GetRawText();
        Assert.All(["journal-verification", "escalation-sweep", "cap-resets", "re-embedding"], name => Assert.Contains(name, list, StringComparison.Ordinal));

        var ran = (await host.Web.TextAsync("/schedule run journal-verification")).MustBe(HttpStatusCode.OK).Json.GetRawText();
        Assert.Contains("Chain verified", ran, StringComparison.Ordinal);
        Assert.Contains("commits ", ran, StringComparison.Ordinal);
        Assert.Equal(0, await host.StopAsync());
    }
}
