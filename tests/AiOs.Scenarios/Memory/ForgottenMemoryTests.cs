using System.Net;
using System.Text;
using System.Text.Json;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Memory;

/// <summary>Threat "personal data": what memory, its lessons and its searches made of a person goes with them, on the host that learned it and after.</summary>
public sealed class ForgottenMemoryTests
{
    private const string Address = "orsolya@kovacs-ceramics.example";
    private const string Body = "our kiln exploded on a Wednesday";
    private const string Attached = "The floor plan of the burned studio, drawn by hand.";
    private const string Noted = "brews blueberry mead in copper kettles";

    [Fact]
    public async Task Forget_WhoMemoryKnows_LeavesNothingToBeFoundOrLearned()
    {
        using var folder = new HostFolder();
        var host = await folder.ServeAsync();
        var festival = await Festival.TakeAsync(host, Festival.Mail(1, $"Orsolya Kovacs <{Address}>"));
        var usual = Festival.CategoryOf(festival);
        var id = await LiveAsync(folder, host);
        await Festival.CorrectAsync(folder, festival);
        Assert.Equal("complaint", await Festival.TakenForAsync(host, Festival.Mail(2)));
        Assert.NotEqual("complaint", usual);
        await MustRecallAsync(folder, found: true);
        (await folder.VerbAsync("backup", "--out", "before", "--with-key")).MustEndIn(0);
        var needles = Needle(Path.Combine(folder.Work, "before"), id);
        var before = needles.In(folder.Data);

        var said = (await folder.VerbAsync("forget", Address, "--yes", "--json")).MustEndIn(0).Json;

        Assert.EndsWith("before", Assert.Single(said.GetProperty("olderCopies").EnumerateArray()).GetString(), StringComparison.Ordinal);
        await MustKnowNothingAsync(folder, host, usual, 3);
        (await folder.VerbAsync("export", "--out", "after")).MustEndIn(0);
        (await folder.VerbAsync("backup", "--out", "backup")).MustEndIn(0);
        Assert.Empty(Everywhere(needles, folder));
        await host.StopAsync();
        MustNotSay(host);
        (await folder.VerbAsync("journal", "verify")).MustEndIn(0);
        Assert.True((await folder.VerbAsync("rebuild", "--json")).MustEndIn(0).Json.GetProperty("same").GetBoolean());
        await using var again = await folder.ServeAsync();
        await MustKnowNothingAsync(folder, again, usual, 4);
        await again.StopAsync();
        MustNotSay(again);
        Assert.Empty(Everywhere(needles, folder));
        foreach (var name in new[] { "address as UTF-8", "body as UTF-8", "attachment as base64", "note as UTF-8", "key raw", "key of the note raw" })
        {
            Assert.Contains(before, one => one.StartsWith(name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Restore_AnOlderBackup_TeachesNothingOfWhomWasForgotten()
    {
        using var folder = new HostFolder();
        string usual, id;
        await using (var host = await folder.ServeAsync())
        {
            var festival = await Festival.TakeAsync(host, Festival.Mail(1, $"Orsolya Kovacs <{Address}>"));
            usual = Festival.CategoryOf(festival);
            id = await LiveAsync(folder, host);
            await Festival.CorrectAsync(folder, festival);
            (await folder.VerbAsync("backup", "--out", "before", "--with-key")).MustEndIn(0);
            (await folder.VerbAsync("forget", Address, "--yes")).MustEndIn(0);
            await host.StopAsync();
        }

        (await folder.VerbAsync("restore", "--from", "before")).MustEndIn(0);

        await using var again = await folder.ServeAsync();
        (await folder.VerbAsync("resume")).MustEndIn(0);
        await MustKnowNothingAsync(folder, again, usual, 2);
        (await folder.VerbAsync("journal", "verify")).MustEndIn(0);
        await again.StopAsync();
        Assert.Empty(Needle(Path.Combine(folder.Work, "before"), id).In(folder.Data));
    }

    /// <summary>A mail with a file from the drop folder, its answer in the outbox, and a note.</summary>
    private static async Task<string> LiveAsync(HostFolder folder, HostProcess host)
    {
        var mail = Mails.WithFile(Mails.Mark(), "plan.pdf", [.. Encoding.ASCII.GetBytes(Attached), .. Enumerable.Range(0, 40_000).Select(number => (byte)(number * 31))])
            .Replace("Hanna Lindqvist <hanna@lindqvist.example>", $"Orsolya Kovacs <{Address}>", StringComparison.Ordinal)
            .Replace("Hello,", $"Hello, {Body}.", StringComparison.Ordinal);
        var item = (await host.Web.MailAsync(mail)).MustBe(HttpStatusCode.OK).Json;
        File.Copy(folder.Write("hers.eml", mail), Path.Combine(folder.Inbox, "hers.eml.part"));
        File.Move(Path.Combine(folder.Inbox, "hers.eml.part"), Path.Combine(folder.Inbox, "hers.eml"));
        File.Delete(Path.Combine(folder.Work, "hers.eml"));
        await host.Web.WaitForItemsAsync(_ => !File.Exists(Path.Combine(folder.Inbox, "hers.eml")));
        var id = item.GetProperty("workItem").GetString()!;
        if (item.GetProperty("question").GetString() is not null)
        {
            (await host.Web.PostAsync($"/items/{id}/answer", new { text = "85 EUR per hour" })).MustBe(HttpStatusCode.OK);
        }

        (await folder.VerbAsync("show", id)).MustEndIn(0);
        await folder.VerbAsync("approve", id);
        Assert.Contains(folder.Mails(), sent => sent.Contains(Address, StringComparison.Ordinal));
        (await folder.VerbAsync("remember", $"{Address} {Noted}.")).MustEndIn(0);
        return id;
    }

    private static async Task MustRecallAsync(HostFolder folder, bool found)
    {
        foreach (var (words, piece) in new[] { ("the kiln that exploded", Body), ("who makes blueberry mead?", Noted) })
        {
            var recalled = (await folder.VerbAsync("recall", words, "--json")).MustEndIn(0).Json.GetProperty("found").EnumerateArray().Select(one => one.GetProperty("text").GetString()!).ToList();
            Assert.Equal(found, recalled.Exists(text => text.Contains(piece, StringComparison.Ordinal)));
            Assert.True(found || !recalled.Exists(text => text.Contains(Address, StringComparison.Ordinal)));
        }
    }

    private static async Task MustKnowNothingAsync(HostFolder folder, HostProcess host, string usual, int number)
    {
        await MustRecallAsync(folder, found: false);
        Assert.Equal(usual, await Festival.TakenForAsync(host, Festival.Mail(number)));
        Assert.Empty((await folder.VerbAsync("corrections", "--json")).MustEndIn(0).Json.GetProperty("corrections").EnumerateArray());
    }

    private static IReadOnlyList<string> Everywhere(Needles needles, HostFolder folder) => needles.In(
        folder.Data, Path.Combine(folder.Work, "after"), Path.Combine(folder.Work, "backup"), Path.GetDirectoryName(folder.HeadFile)!, Path.Combine(folder.Work, "..", "home"));

    private static void MustNotSay(HostProcess host)
    {
        foreach (var words in new[] { Address, Body, Attached, Noted, "Orsolya" })
        {
            Assert.DoesNotContain(words, host.All(), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Needles Needle(string backup, string id)
    {
        var needles = new Needles().Add("address", Address).Add("name", "Orsolya Kovacs").Add("body", Body).Add("attachment", Attached).Add("note", Noted);
        foreach (var line in File.ReadLines(Path.Combine(backup, "keys.jsonl")))
        {
            using var key = JsonDocument.Parse(line);
            var stream = key.RootElement.GetProperty("key").GetString()!;
            if (stream == "work/" + id || stream.StartsWith("knowledge/", StringComparison.Ordinal))
            {
                needles.Add(stream.StartsWith("work/", StringComparison.Ordinal) ? "key" : "key of the note", key.RootElement.GetProperty("wrapped").GetBytesFromBase64());
            }
        }

        return needles;
    }
}
