using System.Text;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;
using Microsoft.Playwright;
using MimeKit;

namespace AiOs.Scenarios.Browser;

/// <summary>A person decides on the page; a real mail server on the other side counts.</summary>
public sealed class DecisionTests(Chromium chromium)
{
    [Fact]
    public async Task Page_DroppedInquiryApproved_SendsExactlyWhatTheCardShowed()
    {
        await using var sink = await SmtpSink.StartAsync();
        using var folder = new HostFolder(sink.Settings());
        await using var host = await folder.ServeAsync();
        await using var one = await chromium.VisitAsync(host);
        await one.DropAsync("hanna.eml", Mails.Inquiry(Mails.Mark()));
        await one.Approve.WaitForAsync();
        var id = (await one.Cards.First.GetAttributeAsync("data-item"))!;
        var shown = (await one.Card(id).Locator("figure.quote", new() { HasText = "The mail" }).Locator("blockquote").TextContentAsync())!;
        var facts = await one.Card(id).Locator("dl.facts dd").AllTextContentsAsync();
        Assert.Empty(sink.Mails());
        await one.ShootAsync("card");

        await one.Approve.ClickAsync();
        await one.DecidedAsync(id);

        var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(Assert.Single(sink.Mails()))), TestContext.Current.CancellationToken);
        Assert.Equal(shown.TrimEnd(), mail.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Contains(mail.Subject, facts);
        Assert.Contains(mail.To.Mailboxes.Single().Address, string.Join(' ', facts), StringComparison.Ordinal);
        Assert.Equal(["hanna@lindqvist.example"], sink.Recipients());
        Assert.Equal("done", (await host.Web.ItemAsync(id)).GetProperty("state").GetString());
        await one.ShootAsync("done");
        one.MustBeContent();
    }

    [Fact]
    public async Task Page_Rejected_SendsNothing()
    {
        await using var sink = await SmtpSink.StartAsync();
        using var folder = new HostFolder(sink.Settings());
        await using var host = await folder.ServeAsync();
        await using var one = await chromium.VisitAsync(host);
        await one.ChooseAsync("hanna.eml", Mails.Inquiry(Mails.Mark()));
        await one.Reject.ClickAsync();
        var id = (await one.Cards.First.GetAttributeAsync("data-item"))!;
        await one.DecidedAsync(id);

        Assert.Equal("rejected", (await host.Web.ItemAsync(id)).GetProperty("state").GetString());
        Assert.Empty(sink.Mails());
        one.MustBeContent();
    }

    [Fact]
    public async Task Page_DoubleClickOnApprove_SendsOnce()
    {
        await using var sink = await SmtpSink.StartAsync();
        using var folder = new HostFolder(sink.Settings());
        await using var host = await folder.ServeAsync();
        await using var one = await chromium.VisitAsync(host);
        for (var round = 1; round <= 3; round++)
        {
            await one.ChooseAsync("hanna.eml", Mails.Inquiry(Mails.Mark()));
            await one.Approve.WaitForAsync();
            var id = (await one.Page.Locator("#waiting article").First.GetAttributeAsync("data-item"))!;
            await one.Approve.DblClickAsync();
            await one.DecidedAsync(id);
            Assert.Equal(round, sink.Mails().Count);
        }

        one.MustBeContent();
    }

    [Fact]
    public async Task Pages_DecidingDifferently_EndUpShowingOneOutcome()
    {
        await using var sink = await SmtpSink.StartAsync();
        using var folder = new HostFolder(sink.Settings());
        await using var host = await folder.ServeAsync();
        await using var yes = await chromium.VisitAsync(host);
        await using var no = await chromium.VisitAsync(host);
        await using var onlooker = await chromium.VisitAsync(host);
        var sent = 0;
        for (var round = 0; round < 3; round++)
        {
            var mark = Mails.Mark();
            var id = (await host.Web.MailAsync(Mails.Inquiry(mark))).Json.GetProperty("workItem").GetString()!;
            // The card comes by itself: nobody reloads.
            await Task.WhenAll(Button(yes, id, "Approve").WaitForAsync(), Button(no, id, "Reject").WaitForAsync(), onlooker.Card(id).WaitForAsync());
            await Task.WhenAll(PressIfThereAsync(yes, id, "Approve"), PressIfThereAsync(no, id, "Reject"));

            var seen = await Task.WhenAll(yes.DecidedAsync(id), no.DecidedAsync(id), onlooker.DecidedAsync(id));

            Assert.Single(seen.Distinct());
            var state = (await host.Web.ItemAsync(id)).GetProperty("state").GetString();
            Assert.Contains(state, new[] { "done", "rejected" });
            Assert.Equal(state == "done" ? 1 : 0, sink.MailsWith(mark).Count);
            sent += sink.MailsWith(mark).Count;
            await no.ShootAsync($"other-page-{round}");
            await Task.WhenAll(yes.Page.GotoAsync(host.Address.GetLeftPart(UriPartial.Authority)), no.Page.GotoAsync(host.Address.GetLeftPart(UriPartial.Authority)));
        }

        Assert.Equal(sent, sink.Mails().Count);
        onlooker.MustBeContent();
        yes.MustBeContent(but: "409");
        no.MustBeContent(but: "409");
    }

    /// <summary>Whoever comes too late finds the card decided and no button on it: that is as right as a button that decides nothing.</summary>
    private static async Task PressIfThereAsync(Visitor visitor, string id, string name) =>
        await Button(visitor, id, name).EvaluateAllAsync<object?>("buttons => buttons.forEach(button => button.click())");

    private static ILocator Button(Visitor visitor, string id, string name) => visitor.Card(id).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
