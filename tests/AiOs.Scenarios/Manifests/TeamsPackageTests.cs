using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Manifests;

/// <summary>The app package of Teams, made by the script that the operator runs.</summary>
public sealed class TeamsPackageTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Domain = "bot.example.com";

    private static readonly string[] Parts = ["manifest.json", "color.png", "outline.png"];
    private static readonly string Folder = Path.Combine(Places.Root, "manifests", "teams");
    private static readonly TimeSpan BuildTime = TimeSpan.FromMinutes(3);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Package_MadeByTheScript_HoldsThreeFilesAndFitsTheOfficialSchema()
    {
        using var work = new HostFolder();
        var (exit, said) = await MakeAsync(work, AppId.ToUpperInvariant(), "Bot.Example.com", "out.zip");
        Assert.True(exit == 0, said);
        var made = Path.Combine(work.Work, "out.zip");
        await using var zip = await ZipFile.OpenReadAsync(made, Stop);
        Assert.Equal(Parts, zip.Entries.Select(static entry => entry.FullName));
        foreach (var icon in Parts[1..])
        {
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Folder, icon), Stop), await BytesAsync(zip, icon));
        }

        var text = Encoding.UTF8.GetString(await BytesAsync(zip, Parts[0]));
        Assert.DoesNotContain("${", text, StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(text);
        var bot = manifest.RootElement.GetProperty("bots")[0];
        Assert.Equal((AppId, AppId), (manifest.RootElement.GetProperty("id").GetString(), bot.GetProperty("botId").GetString()));
        Assert.Equal([Domain], Words(manifest.RootElement.GetProperty("validDomains")));
        Assert.Equal(["personal", "groupChat", "team"], Words(bot.GetProperty("scopes")));
        Assert.True(bot.GetProperty("supportsFiles").GetBoolean());
        Assert.Empty(await ComplaintsAsync(work, text));
    }

    [Fact]
    public async Task Schema_BrokenManifest_Complains()
    {
        using var work = new HostFolder();
        var unfilled = await File.ReadAllTextAsync(Path.Combine(Folder, Parts[0]), Stop);
        var complaints = await ComplaintsAsync(work, unfilled.Replace("\"supportsFiles\"", "\"nonsense\"", StringComparison.Ordinal));
        Assert.Contains(complaints, static one => one.Contains("/bots/0/botId", StringComparison.Ordinal));
        Assert.Contains(complaints, static one => one.StartsWith("1.19: /bots/0 must NOT have additional", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no guid", Domain, "app id")]
    [InlineData("00000000-0000-0000-0000-000000000000", Domain, "app id")]
    [InlineData(AppId, "https://bot.example.com", "without https://")]
    [InlineData(AppId, "bot.example.com/api", "domain")]
    [InlineData(AppId, "127.0.0.1", "domain")]
    [InlineData(AppId, "bot\",\"evil.example", "domain")]
    public async Task Script_WrongWord_IsRefusedWithASentenceAndMakesNothing(string app, string domain, string sentence)
    {
        using var work = new HostFolder();
        var (exit, said) = await MakeAsync(work, app, domain, "out.zip");
        Assert.Equal(2, exit);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(work.Work));
    }

    [Fact]
    public async Task Icons_AsTeamsWantsThem_AreOfTheRightSizeAndSeeThrough()
    {
        var color = PngPicture.Read(await File.ReadAllBytesAsync(Path.Combine(Folder, "color.png"), Stop));
        Assert.Equal((192, 192), (color.Width, color.Height));
        Assert.All(color.Each(), static pixel => Assert.Equal(255, pixel.Alpha));
        Assert.Contains(color.Each(), static pixel => pixel is (255, 255, 255, _));

        var outline = PngPicture.Read(await File.ReadAllBytesAsync(Path.Combine(Folder, "outline.png"), Stop));
        Assert.Equal((32, 32), (outline.Width, outline.Height));
        Assert.All(outline.Each(), static pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.InRange(outline.Each().Count(static pixel => pixel.Alpha == 0), 512, 900);
        Assert.InRange(outline.Each().Count(static pixel => pixel.Alpha == 255), 60, 400);
    }

    [Fact]
    public async Task Commands_ThatTeamsOffers_AreAnsweredByTheHost()
    {
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, Parts[0]), Stop));
        var offered = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray()
            .SelectMany(static list => list.GetProperty("commands").EnumerateArray()).Select(static command => command.GetProperty("title").GetString()!).ToHashSet();
        Assert.Empty(offered.Except(host.Commands.Select(static command => "/" + command.Name)));
        Assert.True(offered.Count >= 8);
    }

    /// <summary>By the schema that it names, and by the oldest one that the README promises.</summary>
    private static async Task<IReadOnlyList<string>> ComplaintsAsync(HostFolder work, string manifest)
    {
        var node = Needs.Node();
        Needs.Must(Directory.Exists(Path.Combine(Places.Peers, "node_modules", "@microsoft", "app-manifest")), "the schemas of Teams in tests/peers are not installed");
        var file = Path.Combine(work.Data, "manifest.json");
        Directory.CreateDirectory(work.Data);
        await File.WriteAllTextAsync(file, manifest, Stop);
        await using var check = ChildProcess.Start(node, ["check-manifest.js", file, "1.19"], Places.Peers, new Dictionary<string, string>());
        var exit = await check.ExitAsync(HostFolder.Patience);
        Assert.True(exit == 0, check.All());
        return check.Output;
    }

    private static async Task<(int Exit, string Said)> MakeAsync(HostFolder work, params string[] words)
    {
        // The command of manifests/teams/README.md; no server of the build stays behind.
        string[] command = ["run", Path.Combine(Folder, "make-zip.cs"), "--", .. words];
        await using var script = ChildProcess.Start("dotnet", command, work.Work, new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_NOLOGO"] = "1", ["UseSharedCompilation"] = "false" });
        return (await script.ExitAsync(BuildTime), script.All());
    }

    private static async Task<byte[]> BytesAsync(ZipArchive zip, string name)
    {
        await using var from = await zip.GetEntry(name)!.OpenAsync(Stop);
        using var bytes = new MemoryStream();
        await from.CopyToAsync(bytes, Stop);
        return bytes.ToArray();
    }

    private static IEnumerable<string> Words(JsonElement list) => list.EnumerateArray().Select(static one => one.GetString()!);
}
