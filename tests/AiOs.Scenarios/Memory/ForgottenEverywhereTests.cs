using System.Text;
using System.Text.Json;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Memory;

/// <summary>Threat "personal data": after a person is forgotten, no file of the live store, no new copy and no log holds a word of theirs.</summary>
public sealed class ForgottenEverywhereTests
{
    private const string Address = "orsolya@kovacs-ceramics.example";
    private const string Body = "our kiln exploded on a Wednesday";
    private const string Attached = "The floor plan of the burned studio, drawn by hand.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Forget_APerson_LeavesNoByteAnywhere(bool hosted)
    {
        using var folder = new HostFolder();
        var (id, other) = await LiveAsync(folder);
        (await folder.VerbAsync("backup", "--out", "before", "--with-key")).MustEndIn(0);
        var needles = Needle(Path.Combine(folder.Work, "before"), id);
        var before = needles.In(folder.Data);
        await using (var host = hosted ? await folder.ServeAsync() : null)
        {
            Sentence.MustBeOne((await folder.VerbAsync("forget", Address)).MustEndIn(1).Errors, "--yes");
            Assert.Contains(Address, (await folder.VerbAsync("show", id)).MustEndIn(0).Output, StringComparison.Ordinal);
            var said = (await folder.VerbAsync("forget", Address, "--yes", "--json")).MustEndIn(0).Json;
            Assert.True(said.GetProperty("forgotten").GetBoolean());
            Assert.EndsWith("before", Assert.Single(said.GetProperty("olderCopies").EnumerateArray()).GetString(), StringComparison.Ordinal);
            (await folder.VerbAsync("export", "--out", "after")).MustEndIn(0);
            (await folder.VerbAsync("backup", "--out", "backup")).MustEndIn(0);
            Assert.DoesNotContain(Address, (await folder.VerbAsync("show", id)).MustEndIn(0).Output, StringComparison.Ordinal);
            (await folder.VerbAsync("why", id)).MustEndIn(0);
        }

        (await folder.VerbAsync("journal", "verify")).MustEndIn(0);
        (await folder.VerbAsync("journal", "verify", "--from", "after")).MustEndIn(0);
        Assert.True((await folder.VerbAsync("rebuild", "--json")).MustEndIn(0).Json.GetProperty("same").GetBoolean());
        Assert.Contains("pottery", (await folder.VerbAsync("show", other)).MustEndIn(0).Output, StringComparison.Ordinal);

        Assert.Empty(needles.In(folder.Data, Path.Combine(folder.Work, "after"), Path.Combine(folder.Work, "backup"), Path.GetDirectoryName(folder.HeadFile)!, Path.Combine(folder.Work, "..", "home")));
        Assert.True(needles.Files >= 20 && needles.Bytes > 100_000, $"only {needles.Files} files of {needles.Bytes} bytes were looked at");
        Assert.Contains(before, one => one.StartsWith("address as UTF-8", StringComparison.Ordinal));
        Assert.Contains(before, one => one.StartsWith("body as UTF-8", StringComparison.Ordinal));
        Assert.Contains(before, one => one.StartsWith("attachment as base64", StringComparison.Ordinal));
        Assert.Contains(before, one => one.StartsWith("key raw", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restore_AnOlderBackup_BringsNobodyBack()
    {
        using var folder = new HostFolder();
        var (id, other) = await LiveAsync(folder);
        (await folder.VerbAsync("backup", "--out", "before", "--with-key")).MustEndIn(0);
        var needles = Needle(Path.Combine(folder.Work, "before"), id);
        (await folder.VerbAsync("forget", Address, "--yes")).MustEndIn(0);

        var restored = (await folder.VerbAsync("restore", "--from", "before", "--json")).MustEndIn(0).Json;
        (await folder.VerbAsync("resume")).MustEndIn(0);

        Assert.True(Directory.Exists(restored.GetProperty("aside").GetString()));
        Assert.DoesNotContain(Address, (await folder.VerbAsync("show", id)).MustEndIn(0).Output, StringComparison.Ordinal);
        Assert.Contains("pottery", (await folder.VerbAsync("show", other)).MustEndIn(0).Output, StringComparison.Ordinal);
        Assert.Empty(needles.In(folder.Data));
        (await folder.VerbAsync("journal", "verify")).MustEndIn(0);
    }

    /// <summary>One person with a mail, a file and a sent reply, and another one beside.</summary>
    private static async Task<(string Hers, string Other)> LiveAsync(HostFolder folder)
    {
        folder.Write("other.eml", Mails.Inquiry(Mails.Mark()));
        var other = (await folder.VerbAsync("intake", "other.eml", "--json")).MustEndIn(0).Json.GetProperty("workItem").GetString()!;
        var mark = Mails.Mark();
        var lines = Mails.WithFile(mark, "plan.pdf", [.. Encoding.ASCII.GetBytes(Attached), .. Enumerable.Range(0, 40_000).Select(number => (byte)(number * 31))])
            .Replace("Hanna Lindqvist <hanna@lindqvist.example>", $"Orsolya Kovacs <{Address}>", StringComparison.Ordinal)
            .Replace("Hello,", $"Hello, {Body}.", StringComparison.Ordinal);
        var file = folder.Write("hers.eml", lines);
        Directory.CreateDirectory(Path.Combine(folder.Inbox, "done"));
        File.Move(file, Path.Combine(folder.Inbox, "done", "hers.eml"));
        var hers = (await folder.VerbAsync("intake", Path.Combine(folder.Inbox, "done", "hers.eml"), "--json")).MustEndIn(0).Json.GetProperty("workItem").GetString()!;
        await folder.VerbAsync("approve", hers);
        (await folder.VerbAsync("show", hers)).MustEndIn(0);
        return (hers, other);
    }

    private static Needles Needle(string backup, string id) => new Needles()
        .Add("address", Address)
        .Add("name", "Orsolya Kovacs")
        .Add("body", Body)
        .Add("attachment", Attached)
        .Add("key", WrappedKeyOf(backup, "work/" + id));

    private static byte[] WrappedKeyOf(string backup, string stream)
    {
        foreach (var line in File.ReadLines(Path.Combine(backup, "keys.jsonl")))
        {
            using var key = JsonDocument.Parse(line);
            if (key.RootElement.GetProperty("key").GetString() == stream)
            {
                return key.RootElement.GetProperty("wrapped").GetBytesFromBase64();
            }
        }

        throw new InvalidOperationException($"The backup holds no key of {stream}.");
    }
}
