using System.Text.Json;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Verbs;

/// <summary><c>intake</c> and <c>show</c>, with and without a running host.</summary>
public sealed class IntakeVerbTests
{
    private static readonly string[] Categories =
    [
        "inquiry", "client-request", "invoice-received", "payment", "meeting", "contract", "complaint", "content-idea",
        "receipt", "newsletter", "spam", "personal", "notification", "other",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Intake_SameMailTwice_MakesOneWorkItem(bool hosted)
    {
        using var folder = new HostFolder();
        await using var host = hosted ? await folder.ServeAsync() : null;
        folder.Write("mail.eml", Mails.Inquiry(Mails.Mark()));

        var first = (await folder.VerbAsync("intake", "mail.eml", "--json")).MustEndIn(0).Json;
        var second = (await folder.VerbAsync("intake", "mail.eml", "--json")).MustEndIn(0).Json;

        Assert.False(first.GetProperty("repeated").GetBoolean());
        Assert.True(second.GetProperty("repeated").GetBoolean());
        Assert.Equal(first.GetProperty("workItem").GetString(), second.GetProperty("workItem").GetString());
        Assert.Equal(first.GetProperty("approvals").GetRawText(), second.GetProperty("approvals").GetRawText());
        // The workspace, its policy and the mail.
        Assert.Equal(HostFolder.CommitsAtStart + 1, (await folder.VerbAsync("journal", "verify", "--json")).MustEndIn(0).Json.GetProperty("commits").GetInt64());
    }

    [Fact]
    public async Task Intake_SameMailByFolderPageAndVerb_MakesOneWorkItem()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        var mail = Mails.Inquiry(Mails.Mark());
        folder.Write("mail.eml", mail);
        await File.WriteAllTextAsync(Path.Combine(folder.Inbox, "mail.eml"), mail, TestContext.Current.CancellationToken);
        await host.Web.WaitForItemsAsync(items => items.Count == 1);

        Assert.True((await host.Web.MailAsync(mail)).Json.GetProperty("repeated").GetBoolean());
        Assert.True((await folder.VerbAsync("intake", "mail.eml", "--json")).MustEndIn(0).Json.GetProperty("repeated").GetBoolean());
        Assert.Single(await host.Web.ItemsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Intake_AsJson_HasTheAgreedShape(bool hosted)
    {
        using var folder = new HostFolder();
        await using var host = hosted ? await folder.ServeAsync() : null;
        var mark = Mails.Mark();
        folder.Write("mail.eml", Mails.Inquiry(mark));

        var item = (await folder.VerbAsync("intake", "mail.eml", "--json")).MustEndIn(0).Json;

        Assert.Matches("^[0-9a-f]{32}$", item.GetProperty("workItem").GetString());
        Assert.Equal("awaiting-approval", item.GetProperty("state").GetString());
        var intent = item.GetProperty("intent");
        Assert.Equal("inquiry", intent.GetProperty("category").GetString());
        Assert.Contains(intent.GetProperty("category").GetString(), Categories);
        Assert.InRange(intent.GetProperty("confidence").GetDecimal(), 0.5m, 1m);
        Assert.Equal(JsonValueKind.Array, intent.GetProperty("fields").ValueKind);
        Assert.NotEmpty(intent.GetProperty("reasons").EnumerateArray());
        var approval = Assert.Single(item.GetProperty("approvals").EnumerateArray());
        Assert.Matches("^[0-9a-f]{32}$", approval.GetProperty("id").GetString());
        var effect = Assert.Single(approval.GetProperty("effects").EnumerateArray());
        Assert.Equal("email.send", effect.GetProperty("kind").GetString());
        Assert.Contains(mark, effect.GetProperty("preview").GetString(), StringComparison.Ordinal);
        Assert.Contains("hanna@lindqvist.example", effect.GetProperty("preview").GetString(), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", effect.GetProperty("digest").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Show_AWorkItem_TellsItsWholeStoryAndWhy(bool hosted)
    {
        using var folder = new HostFolder();
        await using var host = hosted ? await folder.ServeAsync() : null;
        folder.Write("mail.eml", Mails.Inquiry(Mails.Mark()));
        var printed = (await folder.VerbAsync("intake", "mail.eml")).MustEndIn(0).Output;
        var id = printed.Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];

        var shown = (await folder.VerbAsync("show", id)).MustEndIn(0).Output;

        Assert.Contains("awaiting-approval", shown, StringComparison.Ordinal);
        Assert.Contains("lineage", shown, StringComparison.Ordinal);
        Assert.Contains("why", shown, StringComparison.Ordinal);
        Assert.Contains("hanna@lindqvist.example", shown, StringComparison.Ordinal);
        Assert.Equal(printed, shown);
        Sentence.MustBeOne((await folder.VerbAsync("show", new string('0', 32))).MustEndIn(1).Errors, "no work item");
        Sentence.MustBeOne((await folder.VerbAsync("show", "nonsense")).MustEndIn(2).Errors, "no work item id");
    }
}
