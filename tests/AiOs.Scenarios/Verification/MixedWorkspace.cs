using System.Net;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Verification;

/// <summary>A workspace in which a bit of everything happened, and its export; made once for all that look at it.</summary>
public sealed class MixedWorkspace : IAsyncLifetime
{
    public HostFolder Folder { get; } = new();

    public string Export => Path.Combine(Folder.Work, "out");

    public async ValueTask InitializeAsync()
    {
        await using (var host = await Folder.ServeAsync())
        {
            await FillAsync(host.Web);
            await host.StopAsync();
        }

        (await Folder.VerbAsync("export", "--out", "out")).MustEndIn(0);
    }

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task FillAsync(Testing.Hosting.WebClient web)
    {
        var file = new byte[60_000];
        new Random(7).NextBytes(file);
        var approved = (await web.MailAsync(Mails.Inquiry(Mails.Mark()))).MustBe(HttpStatusCode.OK).Json;
        (await web.DecideAsync(approved, "approve")).MustBe(HttpStatusCode.OK);
        var changed = (await web.MailAsync(Mails.Inquiry(Mails.Mark()))).MustBe(HttpStatusCode.OK).Json;
        (await web.DecideAsync(changed, "change", "Say that we can start in March.")).MustBe(HttpStatusCode.OK);
        // Rejected last of those: after a rejection the next one like it is asked about and not drafted.
        var rejected = (await web.MailAsync(Mails.Inquiry(Mails.Mark(), "günther@müller.example"))).MustBe(HttpStatusCode.OK).Json;
        (await web.DecideAsync(rejected, "reject", "Nicht unser Gebiet \u2013 \"danke\" \u0001 \U0001F600")).MustBe(HttpStatusCode.OK);
        (await web.MailAsync(Mails.WithFile(Mails.Mark(), "plan.pdf", file))).MustBe(HttpStatusCode.OK);
        (await web.MailAsync(Mails.Plain(Mails.Mark(), "Billing <billing@printer.example>", "Invoice 2026-118", "Dear customer,\n\nplease find our invoice 2026-118 over 240.00 EUR for 500 flyers, due on 2026-12-15.\nIBAN DE89 3704 0044 0532 0130 00\n\nPrint House Ltd"))).MustBe(HttpStatusCode.OK);
        (await web.MailAsync(Mails.Plain(Mails.Mark(), "News <news@letters.example>", "Our weekly newsletter", "This week in ceramics: glazes.\n\nYou get this because you subscribed. Unsubscribe: https://letters.example/u"))).MustBe(HttpStatusCode.OK);
        (await web.MailAsync(Mails.Plain(Mails.Mark(), "Ann <ann@friends.example>", "Hm", "Hm."))).MustBe(HttpStatusCode.OK);
        (await web.MailAsync("no mail at all")).MustBe(HttpStatusCode.UnprocessableEntity);
        (await web.TextAsync("Remember that Hanna prefers mornings.")).MustBe(HttpStatusCode.OK);
    }
}
