using System.Globalization;
using AiOs.Testing.Hosting;
using AiOs.Testing.Mail;
using MimeKit;

namespace AiOs.Scenarios.Mail;

/// <summary>A mail goes out through real servers: it arrives in two parts that say the same, our copy lies in Sent, and Undo stops it in time.</summary>
public sealed class OutgoingMailTests
{
    [Fact]
    public async Task Approve_OverRealServers_ArrivesOnceAndLeavesACopyInSent()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var exim = await Exim.StartAsync(dovecot.House);
        using var folder = new HostFolder(Settings(exim.Port, dovecot.Port));
        var item = await IntakeAsync(folder);
        Assert.Equal("done", (await folder.VerbAsync("approve", item, "--json")).MustEndIn(0).Json.GetProperty("state").GetString());
        Assert.Contains("A copy is in the folder Sent.", (await folder.VerbAsync("show", item)).MustEndIn(0).Output, StringComparison.Ordinal);

        using var arrived = await LoadAsync(Assert.Single(await ArrivedAsync(dovecot.House)));
        using var copy = await LoadAsync(Assert.Single(dovecot.House.FilesOf(folder: "Sent")));
        Assert.Equal(arrived.MessageId, copy.MessageId);
        var parts = Assert.IsType<MultipartAlternative>(arrived.Body);
        Assert.Equal(["text/plain", "text/html"], parts.Select(part => part.ContentType.MimeType));
        Assert.Equal(arrived.TextBody, copy.TextBody);
        Assert.Contains("hanna@lindqvist.example", arrived.To.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_InsideTheWindow_SendsNothing()
    {
        using var house = new MailHouse();
        await using var exim = await Exim.StartAsync(house);
        using var folder = new HostFolder(Settings(exim.Port, imap: null));
        var policy = folder.Write("policy.yaml", "version: 1\napprovals: { undoSend: 10m }\nrules:\n  - { name: mails, when: { category: reputation }, then: ask, because: \"So it is in this test.\" }\n");
        folder.Environment["AIOS_Policy__Path"] = policy;
        await using var host = await folder.ServeAsync();
        var item = await IntakeAsync(folder);
        await folder.VerbAsync("approve", item, "--json");
        Assert.Contains("Undo stops it.", (await folder.VerbAsync("show", item)).MustEndIn(0).Output, StringComparison.Ordinal);

        (await folder.VerbAsync("undo", item)).MustEndIn(0);
        Assert.Equal("undone", (await folder.VerbAsync("show", item, "--json")).MustEndIn(0).Json.GetProperty("state").GetString());
        Assert.Empty(house.FilesOf(Exim.Everybody));
    }

    [Fact]
    public async Task Digest_WantedByMail_ArrivesInTheOperatorsMailbox()
    {
        using var house = new MailHouse();
        await using var exim = await Exim.StartAsync(house);
        var settings = Settings(exim.Port, imap: null);
        settings["AIOS_Jobs__Enabled"] = "true";
        settings["AIOS_Digest__Mail"] = "true";
        settings["AIOS_Operator__EmailAddresses__0"] = "olga@home.example";
        using var folder = new HostFolder(settings);
        await using var host = await folder.ServeAsync();
        await IntakeAsync(folder);
        var ran = (await host.Web.TextAsync("/schedule run daily-digest")).MustBe(System.Net.HttpStatusCode.OK).Json.GetRawText();
        Assert.True(ran.Contains("mail 1 sent", StringComparison.Ordinal), ran);

        using var arrived = await LoadAsync(Assert.Single(await ArrivedAsync(house)));
        Assert.Equal("olga@home.example", Assert.Single(arrived.To.Mailboxes).Address);
        Assert.Contains("Waiting for you: 1 decision", arrived.TextBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", arrived.Headers[HeaderId.AutoSubmitted]);
    }

    private static async Task<string> IntakeAsync(HostFolder folder)
    {
        folder.Write("mail.eml", Mails.Inquiry(Mails.Mark()));
        return (await folder.VerbAsync("intake", "mail.eml", "--json")).MustEndIn(0).Json.GetProperty("workItem").GetString()!;
    }

    private static async Task<MimeMessage> LoadAsync(string file) => await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken);

    /// <summary>A server delivers after it has said yes.</summary>
    private static async Task<IReadOnlyList<string>> ArrivedAsync(MailHouse house)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (house.FilesOf(Exim.Everybody).Count == 0 && TimeProvider.System.GetElapsedTime(start) < HostFolder.Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return house.FilesOf(Exim.Everybody);
    }

    private static Dictionary<string, string> Settings(int smtp, int? imap)
    {
        var settings = new Dictionary<string, string>
        {
            ["AIOS_Email__Smtp__Host"] = "127.0.0.1",
            ["AIOS_Email__Smtp__Port"] = smtp.ToString(CultureInfo.InvariantCulture),
            ["AIOS_Email__Smtp__Security"] = "None",
            ["AIOS_Email__Smtp__From"] = "me@studio.example",
        };
        if (imap is { } port)
        {
            settings["AIOS_Email__Imap__Host"] = "127.0.0.1";
            settings["AIOS_Email__Imap__Port"] = port.ToString(CultureInfo.InvariantCulture);
            settings["AIOS_Email__Imap__Security"] = "None";
            settings["AIOS_Email__Imap__User"] = MailHouse.Person;
            settings["AIOS_Email__Imap__Password"] = MailHouse.Password;
        }

        return settings;
    }
}
