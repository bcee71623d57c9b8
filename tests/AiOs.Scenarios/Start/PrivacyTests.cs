using System.Net;
using System.Text;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Start;

/// <summary>What came in stands nowhere in clear, and nobody else may read what is kept.</summary>
public sealed class PrivacyTests
{
    private const string Canary = "Zibelwurz";
    private const string CanaryAddress = "quittenmus";

    private static readonly string[] MayBeRead = ["inbox/done", "inbox/refused", "outbox"];

    [Fact]
    public async Task DataFolder_AfterAMailWasHandled_HoldsItNowhereInClear()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        await HandleAsync(folder, host);
        var exported = await folder.VerbAsync("export", "--out", "out");
        exported.MustEndIn(0);
        await host.StopAsync();

        var seen = Files(folder.Data).Concat(Files(Path.Combine(folder.Work, "out"))).Where(file => !IsFree(folder, file)).ToList();
        Assert.True(seen.Count >= 8, $"only {seen.Count} files were looked at");
        Assert.DoesNotContain(seen, file => HoldsCanary(File.ReadAllBytes(file)));
        Assert.DoesNotContain(host.Output.Concat(host.Errors), line => HoldsCanary(Encoding.UTF8.GetBytes(line)));

        // The same look finds it where it may stand.
        Assert.Contains(Files(folder.Outbox), file => HoldsCanary(File.ReadAllBytes(file)));
        Assert.Contains(Files(Path.Combine(folder.Inbox, "done")), file => HoldsCanary(File.ReadAllBytes(file)));
    }

    [Fact]
    public async Task DataFolder_WhileAndAfterTheHostRuns_IsForItsOwnerOnly()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        await HandleAsync(folder, host);
        MustBePrivate(folder, atLeast: 8);
        await host.StopAsync();
        MustBePrivate(folder, atLeast: 8);
    }

    private static async Task HandleAsync(HostFolder folder, HostProcess host)
    {
        var text = Mails.Inquiry(Mails.Mark(), $"{CanaryAddress}@{CanaryAddress}.example").Replace("pottery", Canary, StringComparison.Ordinal);
        var file = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Canary + " ", 4000)));
        await File.WriteAllTextAsync(Path.Combine(folder.Inbox, "one.eml"), text);
        var items = await host.Web.WaitForItemsAsync(items => items.Count == 1 && Directory.GetFiles(Path.Combine(folder.Inbox, "done")).Length == 1);
        (await host.Web.DecideAsync(items[0], "approve")).MustBe(HttpStatusCode.OK);
        var second = (await host.Web.MailAsync(Mails.WithFile(Mails.Mark(), Canary + ".pdf", file))).MustBe(HttpStatusCode.OK).Json;
        (await host.Web.DecideAsync(second, "reject", $"{Canary} is too far away")).MustBe(HttpStatusCode.OK);
        (await host.Web.MailAsync(Mails.Plain(Mails.Mark(), $"{Canary} <a@{CanaryAddress}.example>", "Invoice 4711", $"Please pay 120.00 EUR for {Canary} by 2026-12-24.\nIBAN DE89 3704 0044 0532 0130 00"))).MustBe(HttpStatusCode.OK);
        (await folder.VerbAsync("show", second.GetProperty("workItem").GetString()!)).MustEndIn(0);
        (await host.Web.MailAsync(Encoding.UTF8.GetBytes($"{Canary}"))).MustBe(HttpStatusCode.UnprocessableEntity);
    }

    private static void MustBePrivate(HostFolder folder, int atLeast)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        // A file that was dropped into the inbox keeps the rights that its owner gave it.
        var all = Directory.EnumerateFileSystemEntries(folder.Data, "*", SearchOption.AllDirectories)
            .Where(entry => !entry.StartsWith(Path.Combine(folder.Inbox, "done") + "/", StringComparison.Ordinal)).Append(folder.Data).Append(folder.HeadFile).ToList();
        Assert.True(all.Count >= atLeast);
        Assert.Empty(all.Where(entry => (File.GetUnixFileMode(entry) & Others) != 0).Select(entry => $"{File.GetUnixFileMode(entry)} {entry}"));
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories);

    /// <summary>What memory can be searched by stands in clear in the database, and is erased from there; each commit's own bytes are in the export.</summary>
    private static bool IsFree(HostFolder folder, string file) =>
        Path.GetFileName(file) == "aios.db" || MayBeRead.Any(free => file.StartsWith(Path.Combine(folder.Data, free) + "/", StringComparison.Ordinal));

    /// <summary>In UTF-8 of any case, in UTF-16, or in Base64 at any of its three offsets.</summary>
    private static bool HoldsCanary(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return new[] { Canary, CanaryAddress }.Any(word =>
            text.Contains(word, StringComparison.OrdinalIgnoreCase)
            || new[] { Encoding.Unicode, Encoding.BigEndianUnicode }.Any(code => bytes.AsSpan().IndexOf(code.GetBytes(word)) >= 0)
            || Enumerable.Range(0, 3).Any(offset => text.Contains(MiddleOfBase64(word, offset), StringComparison.Ordinal)));
    }

    /// <summary>The letters that stand for a word inside a longer Base64 text, without those that its neighbours share.</summary>
    private static string MiddleOfBase64(string word, int offset)
    {
        var coded = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', offset) + word + "xxx"));
        var start = offset == 0 ? 0 : 4;
        return coded[start..(((offset + word.Length) / 3 * 4) - 1)];
    }
}
