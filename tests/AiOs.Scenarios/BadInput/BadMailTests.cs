using System.Net;
using System.Text;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.BadInput;

/// <summary>Mail that cannot be read ends in one sentence and one line of the journal, whichever way it came in, and the file is kept.</summary>
public sealed class BadMailTests
{
    private static readonly (string Name, byte[] Bytes, string Word)[] All =
    [
        ("empty", BadMails.Empty, "empty"),
        ("truncated", BadMails.Truncated, "stops before its end"),
        ("no-mail", BadMails.NoMail, "not a mail"),
        ("deep", BadMails.Deep, "not read"),
        ("wide", BadMails.Wide, "parts"),
        ("endless-header", BadMails.EndlessHeader, "header"),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Intake_OfAMailThatCannotBeRead_SaysWhyAndLeavesALine(bool hosted)
    {
        using var folder = new HostFolder();
        await using var host = hosted ? await folder.ServeAsync() : null;
        var lines = HostFolder.CommitsAtStart;
        foreach (var (name, bytes, word) in All)
        {
            folder.Write(name + ".eml", bytes);
            var said = (await folder.VerbAsync("intake", name + ".eml")).MustEndIn(1);
            Sentence.MustBeOne(said.Errors, word, name + ".eml");
            Assert.Empty(said.Output);
            Assert.Equal(++lines, (await folder.VerbAsync("journal", "verify", "--json")).MustEndIn(0).Json.GetProperty("commits").GetInt32());
            Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(folder.Work, name + ".eml"), TestContext.Current.CancellationToken));
        }

        folder.Write("sixty.eml", BadMails.SixtyMegabytes);
        Sentence.MustBeOne((await folder.VerbAsync("intake", "sixty.eml")).MustEndIn(1).Errors, "60 MB");
        folder.Write("good.eml", Mails.Inquiry(Mails.Mark()));
        (await folder.VerbAsync("intake", "good.eml")).MustEndIn(0);
    }

    [Fact]
    public async Task Page_GivenAMailThatCannotBeRead_SaysWhyAndGoesOn()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        foreach (var (_, bytes, word) in All)
        {
            var said = (await host.Web.MailAsync(bytes)).MustBe(HttpStatusCode.UnprocessableEntity).Json;
            Sentence.MustBeOne(said.GetProperty("error").GetString()!, word);
        }

        var large = (await host.Web.MailAsync(BadMails.SixtyMegabytes)).MustBe(HttpStatusCode.RequestEntityTooLarge).Json;
        Sentence.MustBeOne(large.GetProperty("error").GetString()!, "30 MB");
        Assert.Empty(await host.Web.ItemsAsync());
        Assert.Equal(All.Length + HostFolder.CommitsAtStart, (await host.Web.VerifyAsync()).GetProperty("commits").GetInt32());
        (await host.Web.MailAsync(Mails.Inquiry(Mails.Mark()))).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task DropFolder_GivenMailsThatCannotBeRead_KeepsEachWithItsReason()
    {
        using var folder = new HostFolder();
        Directory.CreateDirectory(folder.Inbox);
        foreach (var (name, bytes, _) in All.Append(("sixty", BadMails.SixtyMegabytes, "25 MB")))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.Inbox, name + ".eml"), bytes, TestContext.Current.CancellationToken);
        }

        await using var host = await folder.ServeAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Inbox, "good.eml"), Mails.Inquiry(Mails.Mark()), TestContext.Current.CancellationToken);
        await host.Web.WaitForItemsAsync(items => items.Count == 1 && Directory.GetFiles(folder.Inbox).Length == 0);

        foreach (var (name, bytes, word) in All.Append(("sixty", BadMails.SixtyMegabytes, "25 MB")))
        {
            var kept = Path.Combine(folder.Inbox, "refused", name + ".eml");
            Assert.Equal(bytes.Length, new FileInfo(kept).Length);
            Sentence.MustBeOne(await File.ReadAllTextAsync(kept + ".txt", TestContext.Current.CancellationToken), word);
        }

        Assert.True((await host.Web.VerifyAsync()).GetProperty("ok").GetBoolean());
    }

    [Theory]
    [InlineData("utf-8", "Gr\u00fc\u00dfe aus M\u00fcnchen", "iso-8859-1")]
    [InlineData("x-nobody-knows", "Gr\u00fc\u00dfe aus M\u00fcnchen", "utf-8")]
    [InlineData("utf-16", "Gruesse", "us-ascii")]
    public async Task Intake_OfAWrongCharset_TakesTheMailAndLosesNoByte(string said, string words, string really)
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        var mark = Mails.Mark();
        var mail = Encoding.GetEncoding(really).GetBytes(
            $"From: Ann <ann@friends.example>\nTo: you@studio.example\nSubject: Website for {mark}\nMessage-ID: <{mark}@friends.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset={said}\nContent-Transfer-Encoding: 8bit\n\nHello, what would a website cost? {words}\n");

        var item = (await host.Web.MailAsync(mail)).MustBe(HttpStatusCode.OK).Json;

        Assert.Contains(mark, (await host.Web.GetAsync($"/items/{item.GetProperty("workItem").GetString()}")).Text, StringComparison.Ordinal);
        Assert.Contains(item.GetProperty("state").GetString(), new[] { "awaiting-approval", "needs-answer" });
        Assert.True((await host.Web.MailAsync(mail)).Json.GetProperty("repeated").GetBoolean());
        Assert.True((await host.Web.VerifyAsync()).GetProperty("ok").GetBoolean());
    }
}
