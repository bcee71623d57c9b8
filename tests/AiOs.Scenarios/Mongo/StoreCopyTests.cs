using AiOs.Scenarios.Hosting;
using AiOs.Scenarios.Verification;
using AiOs.Testing.Hosting;
using AiOs.Testing.Mongo;

namespace AiOs.Scenarios.Mongo;

/// <summary>A workspace goes from SQLite to MongoDB and back by the real program: the same chain and the same bytes, and frozen until the operator says go.</summary>
public sealed class StoreCopyTests
{
    private const string Note = "Hanna prefers mornings for calls.";

    [Fact]
    public async Task Import_FromSqliteToMongoDbAndBack_GivesTheSameHeadAndTheSameBytes()
    {
        await using var mixed = new MixedWorkspace();
        await mixed.InitializeAsync();
        (await mixed.Folder.VerbAsync("remember", Note)).MustEndIn(0);
        var first = (await mixed.Folder.VerbAsync("export", "--out", "first", "--json")).MustEndIn(0).Json;
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions { ReplicaSet = "rs0" });

        using var shared = SharedFolders.On(peer).WithKeyOf(mixed.Folder);
        var second = await MoveAsync(Path.Combine(mixed.Folder.Work, "first"), shared, "second");
        using var back = new HostFolder().WithKeyOf(mixed.Folder);
        var third = await MoveAsync(Path.Combine(shared.Work, "second"), back, "third");

        Assert.False(File.Exists(Path.Combine(shared.Data, "aios.db")));
        Assert.Contains(peer.Log.Writes, write => write.Collection == "commits");
        foreach (var export in new[] { second, third })
        {
            Assert.Equal(first.GetProperty("hash").GetString(), export.GetProperty("hash").GetString());
            Assert.Equal(first.GetProperty("position").GetInt64(), export.GetProperty("position").GetInt64());
        }

        var files = MustBeEqual(Path.Combine(mixed.Folder.Work, "first"), Path.Combine(shared.Work, "second"));
        Assert.Equal(files, MustBeEqual(Path.Combine(mixed.Folder.Work, "first"), Path.Combine(back.Work, "third")));
        Assert.True(ExportCheck.Of(Path.Combine(back.Work, "third")).Ok);
        Tally.Say($"copies: {first.GetProperty("position").GetInt64()} commits, {files} files of equal bytes from SQLite to MongoDB and back");
    }

    /// <summary>The control: another byte in a blob of the copy between, and neither the bytes are equal nor is it taken.</summary>
    [Fact]
    public async Task Import_OfACopyWithAnotherByte_IsRefusedAndLeavesTheStoreEmpty()
    {
        await using var mixed = new MixedWorkspace();
        await mixed.InitializeAsync();
        using var copy = new ExportCopy(mixed.Export);
        var blob = Directory.GetFiles(Path.Combine(copy.Folder, "blobs"))[0];
        var bytes = await File.ReadAllBytesAsync(blob, TestContext.Current.CancellationToken);
        bytes[40] ^= 1;
        await File.WriteAllBytesAsync(blob, bytes, TestContext.Current.CancellationToken);
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions());
        using var shared = SharedFolders.On(peer).WithKeyOf(mixed.Folder);

        Sentence.MustBeOne((await shared.VerbAsync("import", "--from", copy.Folder)).MustEndIn(1).Errors, "blob");

        Assert.Contains(Differences(mixed.Export, copy.Folder), name => name.StartsWith("blobs", StringComparison.Ordinal));
        Assert.DoesNotContain(peer.Log.Writes, write => write.Collection == "commits");
    }

    /// <summary>Puts a copy into a fresh folder, sees that nothing leaves it before it is asked again, and writes it out as it came.</summary>
    private static async Task<System.Text.Json.JsonElement> MoveAsync(string from, HostFolder to, string name)
    {
        var imported = (await to.VerbAsync("import", "--from", from, "--json")).MustEndIn(0).Json;
        Assert.True(imported.GetProperty("frozen").GetBoolean());
        var exported = (await to.VerbAsync("export", "--out", name, "--json")).MustEndIn(0).Json;
        await using (var host = await to.ServeAsync())
        {
            Assert.Contains(host.Errors, line => line.StartsWith("FROZEN: ", StringComparison.Ordinal));
            await ApproveAllAsync(host);
            Assert.Empty(to.Mails());
            Assert.Contains("mornings", (await to.VerbAsync("recall", "mornings")).MustEndIn(0).Output, StringComparison.Ordinal);
            (await to.VerbAsync("resume")).MustEndIn(0);
            Assert.Empty(to.Mails());
            await ApproveAllAsync(host);
            Assert.NotEmpty(to.Mails());
            (await to.VerbAsync("journal", "verify")).MustEndIn(0);
            Assert.Equal(0, await host.StopAsync());
        }

        Assert.True((await to.VerbAsync("rebuild", "--json")).MustEndIn(0).Json.GetProperty("same").GetBoolean());
        return exported;
    }

    private static async Task ApproveAllAsync(HostProcess host)
    {
        var open = (await host.Web.ItemsAsync()).Where(item => item.GetProperty("state").GetString() == "awaiting-approval").ToList();
        Assert.NotEmpty(open);
        foreach (var item in open)
        {
            await host.Web.DecideAsync(item, "approve");
        }
    }

    private static int MustBeEqual(string one, string other)
    {
        Assert.Empty(Differences(one, other));
        var names = NamesIn(one);
        Assert.True(names.Count(name => name.StartsWith("blobs", StringComparison.Ordinal)) >= 2, "too few blobs to tell anything");
        Assert.Contains(Path.Combine("records", "policy.jsonl"), names);
        Assert.NotEmpty(File.ReadAllText(Path.Combine(one, "knowledge.jsonl")));
        return names.Count;
    }

    /// <summary>The files that are not the same in both. The head is signed anew each time, so of it only what is signed counts.</summary>
    private static List<string> Differences(string one, string other) =>
        [.. NamesIn(one).Union(NamesIn(other)).Where(name => !(name == "head.json" ? Signed(one) == Signed(other) : Same(Path.Combine(one, name), Path.Combine(other, name))))];

    private static bool Same(string one, string other) =>
        File.Exists(one) && File.Exists(other) && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));

    private static (string?, long, string?, string?) Signed(string folder)
    {
        using var head = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "head.json")));
        var root = head.RootElement;
        return (root.GetProperty("workspace").GetString(), root.GetProperty("position").GetInt64(), root.GetProperty("hash").GetString(), root.GetProperty("publicKey").GetString());
    }

    private static HashSet<string> NamesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file))];
}
