using System.Net;
using System.Text;
using AiOs.Testing.Hosting;
using AiOs.Testing.Mongo;

namespace AiOs.Scenarios.Start;

/// <summary>Two hosts on one MongoDB, each with a data folder of its own.</summary>
public sealed class SharedStoreTests
{
    private const string Password = "r0senk0hl/9";

    [Fact]
    public async Task Serve_OnMongoDb_WorksForTwoHostsWithOneKey_AndTellsThePasswordNowhere()
    {
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions { ReplicaSet = "rs0", User = "aios", Password = Password });
        using var first = FolderOn(peer);
        await using var host = await first.ServeAsync();
        (await host.Web.MailAsync(Mails.WithFile(Mails.Mark(), "a.pdf", new byte[20_000]))).MustBe(HttpStatusCode.OK);
        var doctor = (await first.VerbAsync("doctor")).MustEndIn(0);
        Assert.Contains("ok    mongodb: The database aios answers (a replica set of 1)", doctor.Output, StringComparison.Ordinal);

        using var second = FolderOn(peer);
        var refused = await second.VerbAsync("journal", "verify");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("copy it from another host", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyOf(second)));

        Directory.CreateDirectory(second.Data);
        File.Copy(KeyOf(first), KeyOf(second));
        await using var other = await second.ServeAsync();
        (await other.Web.MailAsync(Mails.Plain(Mails.Mark(), "Ada <ada@b.example>", "Prices", "What does a workshop cost?"))).MustBe(HttpStatusCode.OK);
        (await second.VerbAsync("journal", "verify")).MustEndIn(0);
        (await first.VerbAsync("journal", "verify")).MustEndIn(0);
        Assert.Equal(0, await other.StopAsync());
        Assert.Equal(0, await host.StopAsync());
        Assert.False(File.Exists(Path.Combine(first.Data, "aios.db")));
        Assert.True(peer.Log.Writes.Count > 10);
        Assert.All(peer.Log.Writes, write => Assert.True(write.IsMajorityJournaled && !write.InTransaction));

        var said = host.All() + other.All() + doctor.Output + refused.Errors;
        Assert.DoesNotContain(Password, said + Texts(first) + Texts(second), StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(Password), said + Texts(first) + Texts(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_OnMongoDb_WithAnotherHostsKey_IsRefused()
    {
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions());
        using var first = FolderOn(peer);
        using var second = FolderOn(peer);
        second.Environment["AIOS_Storage__MongoDb__Database"] = "another";
        (await first.VerbAsync("journal", "verify")).MustEndIn(0);
        (await second.VerbAsync("journal", "verify")).MustEndIn(0);
        second.Environment["AIOS_Storage__MongoDb__Database"] = "aios";

        var refused = await second.VerbAsync("journal", "verify");

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("another key file", refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ConnectionString")]
    [InlineData("Database")]
    public async Task Serve_OnMongoDbHalfSet_NamesTheKey(string missing)
    {
        using var folder = new HostFolder(new Dictionary<string, string>
        {
            ["AIOS_Storage__Provider"] = "MongoDb",
            [missing == "Database" ? "AIOS_Storage__MongoDb__ConnectionString" : "AIOS_Storage__MongoDb__Database"] = missing == "Database" ? "mongodb://127.0.0.1:1" : "aios",
        });

        var run = await folder.VerbAsync("journal", "verify");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Storage:MongoDb:" + missing, run.Errors, StringComparison.Ordinal);
    }

    private static HostFolder FolderOn(MongoPeer peer) => new(new Dictionary<string, string>
    {
        ["AIOS_Storage__Provider"] = "MongoDb",
        ["AIOS_Storage__MongoDb__ConnectionString"] = peer.ConnectionString,
        ["AIOS_Storage__MongoDb__Database"] = "aios",
    });

    private static string KeyOf(HostFolder folder) => Path.Combine(folder.Data, "workspace.key");

    private static string Texts(HostFolder folder) =>
        string.Concat(Directory.EnumerateFiles(folder.Data, "*", SearchOption.AllDirectories).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));
}
