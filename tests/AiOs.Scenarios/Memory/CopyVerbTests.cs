using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Memory;

/// <summary><c>export</c>, <c>import</c>, <c>backup</c> and <c>restore</c> of the real program (R13).</summary>
public sealed class CopyVerbTests
{
    [Fact]
    public async Task Import_IntoAnEmptyFolder_GivesTheSameHeadAndStaysFrozenUntilGo()
    {
        using var folder = new HostFolder();
        var id = await IntakeAsync(folder);
        var exported = (await folder.VerbAsync("export", "--out", "out", "--json")).MustEndIn(0).Json;
        using var empty = new HostFolder();
        Sentence.MustBeOne((await empty.VerbAsync("import", "--from", Path.Combine(folder.Work, "out"))).MustEndIn(1).Errors, "key");
        Assert.False(File.Exists(Path.Combine(empty.Data, "aios.db")));
        Directory.CreateDirectory(empty.Data);
        File.Copy(Path.Combine(folder.Data, "workspace.key"), Path.Combine(empty.Data, "workspace.key"));

        var imported = (await empty.VerbAsync("import", "--from", Path.Combine(folder.Work, "out"), "--json")).MustEndIn(0).Json;
        var again = (await empty.VerbAsync("export", "--out", "again", "--json")).MustEndIn(0).Json;
        var frozen = (await empty.VerbAsync("approve", id)).ExitCode;
        var sentWhileFrozen = empty.Mails().Count;
        (await empty.VerbAsync("resume")).MustEndIn(0);

        Assert.Equal(exported.GetProperty("hash").GetString(), imported.GetProperty("hash").GetString());
        Assert.Equal(exported.GetProperty("hash").GetString(), again.GetProperty("hash").GetString());
        foreach (var file in new[] { "journal.jsonl", "keys.jsonl", "knowledge.jsonl", "manifest.json", "records/policy.jsonl" })
        {
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder.Work, "out", file), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Path.Combine(empty.Work, "again", file), TestContext.Current.CancellationToken));
        }

        Assert.Equal(0, sentWhileFrozen);
        Assert.InRange(frozen, 0, 1);
        Sentence.MustBeOne((await empty.VerbAsync("import", "--from", Path.Combine(folder.Work, "out"))).MustEndIn(1).Errors, "not empty");
    }

    [Fact]
    public async Task Restore_AnOlderBackup_PutsTheStoreAsideAndSendsNothingAgain()
    {
        using var folder = new HostFolder();
        var id = await IntakeAsync(folder);
        await using (var host = await folder.ServeAsync())
        {
            (await folder.VerbAsync("backup", "--out", "copy")).MustEndIn(0);
            (await folder.VerbAsync("approve", id)).MustEndIn(0);
            Sentence.MustBeOne((await folder.VerbAsync("restore", "--from", "copy")).MustEndIn(1).Errors, "stop it");
            await host.StopAsync();
        }

        var restored = (await folder.VerbAsync("restore", "--from", "copy", "--json")).MustEndIn(0).Json;
        Assert.Single(folder.Mails());
        await using (var host = await folder.ServeAsync())
        {
            Assert.Contains(host.Errors, line => line.StartsWith("FROZEN: ", StringComparison.Ordinal));
            var go = (await folder.VerbAsync("resume")).MustEndIn(0);
            Assert.Contains("are lost with it", go.Output, StringComparison.Ordinal);
            await host.StopAsync();
        }

        Assert.True(File.Exists(Path.Combine(restored.GetProperty("aside").GetString()!, "aios.db")));
        Assert.Single(folder.Mails());
        Assert.Contains("may have been decided", (await folder.VerbAsync("show", id)).MustEndIn(0).Output, StringComparison.Ordinal);
        (await folder.VerbAsync("journal", "verify")).MustEndIn(0);
    }

    /// <summary>R13: nobody told the program that a copy was put back; the signed heads outside do.</summary>
    [Fact]
    public async Task Swap_AnOlderDatabaseFile_StartsFrozenAndSendsNothing()
    {
        using var folder = new HostFolder();
        var id = await IntakeAsync(folder);
        var old = await File.ReadAllBytesAsync(Path.Combine(folder.Data, "aios.db"), TestContext.Current.CancellationToken);
        var head = await File.ReadAllBytesAsync(Path.Combine(folder.Data, "head.json"), TestContext.Current.CancellationToken);
        (await folder.VerbAsync("approve", id)).MustEndIn(0);
        foreach (var log in Directory.GetFiles(folder.Data, "aios.db-*"))
        {
            File.Delete(log);
        }

        await File.WriteAllBytesAsync(Path.Combine(folder.Data, "aios.db"), old, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder.Data, "head.json"), head, TestContext.Current.CancellationToken);
        await using var host = await folder.ServeAsync();
        await folder.VerbAsync("approve", id);
        Sentence.MustBeOne((await folder.VerbAsync("resume")).MustEndIn(1).Errors, "cannot be resumed");

        Assert.Contains(host.Errors, line => line.StartsWith("FROZEN: ", StringComparison.Ordinal) && line.Contains("signed head", StringComparison.Ordinal));
        Assert.Single(folder.Mails());
    }

    private static async Task<string> IntakeAsync(HostFolder folder)
    {
        folder.Write("mail.eml", Mails.Inquiry(Mails.Mark()));
        return (await folder.VerbAsync("intake", "mail.eml", "--json")).MustEndIn(0).Json.GetProperty("workItem").GetString()!;
    }
}
