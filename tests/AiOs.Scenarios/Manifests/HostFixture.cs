using System.Net;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Manifests;

/// <summary>The commands of a running host, as it lists them itself.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    /// <summary>Each with what it does, in the order of the list.</summary>
    public IReadOnlyList<(string Name, string Does)> Commands { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        var help = (await host.Web.TextAsync("/help")).MustBe(HttpStatusCode.OK).Json;
        var rows = help.GetProperty("blocks").EnumerateArray().Where(static block => block.GetProperty("kind").GetString() == "facts").SelectMany(static block => block.GetProperty("rows").EnumerateArray());
        Commands = [.. rows.Select(static row => (row.GetProperty("name").GetString()!.Split(' ')[0].TrimStart('/'), row.GetProperty("value").GetString()!))];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
