using System.Text.Json.Nodes;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Verbs;

/// <summary>A configuration that cannot be used stops the start, and the sentence names the key.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Storage:Provider", "Oracle")]
    [InlineData("Storage:Provider", "MongoDb", "Storage:MongoDb:ConnectionString")]
    [InlineData("Workspace:Id", "My Company")]
    [InlineData("Workspace:Id", "")]
    [InlineData("Workspace:Currency", "euro")]
    [InlineData("Workspace:TimeZone", "Mars/Olympus")]
    [InlineData("Workspace:HeadFile", "data/second.json")]
    [InlineData("Channels:Web:Port", "http")]
    [InlineData("Channels:Web:Port", "70000")]
    [InlineData("Channels:Web:Enabled", "perhaps")]
    [InlineData("Email:Smtp:Host", "mail.example.com", "Email:Smtp:From")]
    [InlineData("Email:Smtp:User", "me", "Email:Smtp:Host")]
    [InlineData("Email:Smtp:Port", "25", "Email:Smtp:Host")]
    [InlineData("Email:Smtp:Port", "smtp")]
    [InlineData("Digest:Cron", "at six")]
    [InlineData("Email:Smtp:Security", "Some")]
    [InlineData("Email:Smtp:From", "nobody")]
    public async Task Start_WithAValueThatCannotBe_NamesTheKey(string key, string value, string? named = null)
    {
        using var folder = new HostFolder();
        Write(folder, key, value);

        foreach (var verb in new[] { "serve", "doctor" })
        {
            var run = (await InProcess.RunAsync(folder.Work, verb)).MustEndIn(2);
            Assert.Empty(run.Output);
            Sentence.MustBeOne(run.Errors, named ?? key);
        }
    }

    [Fact]
    public async Task Start_WithSettingsThatAreNoJson_NamesTheFile()
    {
        using var folder = new HostFolder();
        folder.Write("appsettings.json", "{ \"Workspace\": { ");
        Sentence.MustBeOne((await InProcess.RunAsync(folder.Work, "serve")).MustEndIn(2).Errors, "appsettings.json");
    }

    [Fact]
    public async Task Start_WithTheUserAndNoPassword_NamesThePassword()
    {
        using var folder = new HostFolder();
        folder.Write("appsettings.json", """{"Email":{"Smtp":{"Host":"mail.example.com","From":"me@example.com","User":"me"}}}""");
        Sentence.MustBeOne((await InProcess.RunAsync(folder.Work, "serve")).MustEndIn(2).Errors, "Email:Smtp:Password");
    }

    [Fact]
    public async Task Start_OnAPortInUse_SaysWhich()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        using var second = new HostFolder();
        second.Environment["AIOS_Channels__Web__Port"] = folder.Environment["AIOS_Channels__Web__Port"];

        var run = (await second.VerbAsync("serve")).MustEndIn(1);

        Sentence.MustBeOne(run.Errors, "Channels:Web:Port", second.Environment["AIOS_Channels__Web__Port"]);
        Assert.Empty(run.Output);
    }

    private static void Write(HostFolder folder, string key, string value)
    {
        JsonNode node = JsonValue.Create(value);
        foreach (var part in key.Split(':').Reverse())
        {
            node = new JsonObject { [part] = node };
        }

        folder.Write("appsettings.json", node.ToJsonString());
    }
}
