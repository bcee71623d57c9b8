using AiOs.Channels.Web.Tests.Fakes;
using AiOs.Contracts.Desk;
using AiOs.Testing.Cards;

namespace AiOs.Channels.Web.Tests.Digests;

public sealed class DigestPageTests
{
    [Fact]
    public async Task Show_TheDigest_HasItsWordsAndItsPicture()
    {
        await using var server = await WebServer.StartAsync();
        server.Controls.Digest = Reply();
        server.Warnings.Add("The daily digest <b>has not come</b>.");
        var html = await server.GetTextAsync("/digest");
        var page = new HtmlPage(html);

        Assert.Equal("Today so far", page.Named("h1").Single().Text);
        Assert.StartsWith("Sun 22 Nov: 11 things wait", page.Named("h2").Single().Text, StringComparison.Ordinal);
        var picture = page.Named("img").Single();
        Assert.StartsWith("data:image/png;base64,", picture["src"], StringComparison.Ordinal);
        Assert.StartsWith("Money out: Tue 120.00 EUR", picture["alt"], StringComparison.Ordinal);
        Assert.Contains("The daily digest <b>has not come</b>.", page.Named("p").Single(static node => node["role"] == "alert").Text, StringComparison.Ordinal);
        Assert.Contains("/digest web operator", server.Controls.Asked);
        Keep(html);
    }

    [Fact]
    public async Task Show_TheLastOne_AsksForIt()
    {
        await using var server = await WebServer.StartAsync();
        server.Controls.Digest = Reply();
        await server.GetTextAsync("/digest?last");
        var json = await server.GetTextAsync("/digest", "application/json");

        Assert.Equal(["/digest last web operator", "/digest web operator"], server.Controls.Asked);
        Assert.Contains("\"kind\":\"image\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_TheChat_HasTheWarning()
    {
        await using var server = await WebServer.StartAsync();
        server.Warnings.Add("The daily digest has not come.");

        Assert.Contains("The daily digest has not come.", await server.GetTextAsync("/"), StringComparison.Ordinal);
    }

    private static CommandReply Reply()
    {
        var folder = Environment.GetEnvironmentVariable("AIOS_LOOKS") ?? string.Empty;
        var kept = Path.Combine(folder, "chart-both.png");
        var note = SomeDigest.Note(folder.Length > 0 && File.Exists(kept) ? File.ReadAllBytes(kept) : SomeCards.Pixel);
        return new CommandReply(Done: true, note.Title, note.Blocks);
    }

    /// <summary>For whoever wants to look at it.</summary>
    private static void Keep(string html)
    {
        if (Environment.GetEnvironmentVariable("AIOS_LOOKS") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, "web.html"), html);
        }
    }
}
