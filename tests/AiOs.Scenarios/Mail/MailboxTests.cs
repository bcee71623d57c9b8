using System.Globalization;
using System.Net;
using System.Text.Json;
using AiOs.Scenarios.Chat;
using AiOs.Scenarios.Hosting;
using AiOs.Scenarios.Mongo;
using AiOs.Testing.Hosting;
using AiOs.Testing.Mongo;

namespace AiOs.Scenarios.Mail;

/// <summary>The real host on a real mailbox: what comes over SMTP is at its gate soon, and whatever breaks, nothing is lost and nothing is there twice.</summary>
public sealed class MailboxTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Mail_OverSmtp_IsAtItsGateSoon()
    {
        await using var post = await MailPost.StartAsync();
        using var folder = new HostFolder(post.Settings());
        await using var host = await folder.ServeAsync();
        var waits = new List<TimeSpan>();
        for (var number = 1; number <= 5; number++)
        {
            var mark = Mails.Mark();
            var sent = TimeProvider.System.GetTimestamp();
            await post.SendAsync(Mails.Inquiry(mark));
            var items = await host.Web.WaitForItemsAsync(items => items.Any(item => IsAt(item, mark)));
            waits.Add(TimeProvider.System.GetElapsedTime(sent));
            Assert.Equal(number, items.Count);
        }

        Tally.Say($"mail over SMTP and IMAP: at its gate after {string.Join(", ", waits.Select(wait => wait.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)))} s");
        Assert.True(waits.Min() < Soon, $"the quickest took {waits.Min().TotalSeconds:0.0} s");
        await Wait.ForAsync(() => post.Dovecot.House.ReadIn() == 5 ? "read" : null, host.All);
        Assert.Contains("5 mails in INBOX", (await folder.VerbAsync("doctor")).MustEndIn(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mailbox_CutsRestartsVoidNumbersAndRepeats_LoseAndDoubleNothing()
    {
        await using var post = await MailPost.StartAsync();
        using var folder = new HostFolder(post.Settings(("AIOS_Email__InboundSecret", InboundHost.Secret)));
        await using var host = await folder.ServeAsync();
        var mails = Enumerable.Range(0, 24).Select(_ => Mails.Mark()).Select(mark => (Mark: mark, Text: Mails.Unpriced(mark))).ToList();
        var house = post.Dovecot.House;
        for (var round = 0; round < 4; round++)
        {
            var some = mails.Skip(round * 6).Take(6).Select(mail => mail.Text).ToArray();
            await post.SendAsync(some[..3]);
            post.Proxy.CutAll();
            await post.SendAsync([.. some[3..], some[0]]);
            await host.Web.WaitForItemsAsync(items => items.Count >= (round + 1) * 6);
            await post.Dovecot.KillAsync();
            if (round % 2 == 1)
            {
                house.ForgetNumbers();
            }

            await post.Dovecot.StartAgainAsync();
        }

        await File.WriteAllTextAsync(Path.Combine(folder.Inbox, "again.eml"), mails[0].Text, TestContext.Current.CancellationToken);
        using var inbound = new InboundClient(host.Address);
        (await inbound.PostAsync(mails[1].Text)).MustBe(HttpStatusCode.Accepted);
        await Wait.ForAsync(() => house.ReadIn() == 28 && File.Exists(Path.Combine(folder.Inbox, "done", "again.eml")) ? "all" : null, () => $"{house.ReadIn()} read\n{host.All()}");

        var items = await host.Web.WaitForItemsAsync(items => items.All(item => item.GetProperty("state").GetString() == "awaiting-approval"));
        Assert.Equal(mails.Select(mail => mail.Mark).Order(StringComparer.Ordinal), items.Select(item => mails.Single(mail => Says(item, mail.Mark)).Mark).Order(StringComparer.Ordinal));
        Assert.True(post.Proxy.Connections > 4, $"only {post.Proxy.Connections} connections");
        Assert.True((await host.Web.VerifyAsync()).GetProperty("ok").GetBoolean());
        Tally.Say($"mailbox: 24 mails, 30 deliveries, over {post.Proxy.Connections} connections, 4 restarts, 2 times void numbers: {items.Count} work items");
    }

    [Fact]
    public async Task Kill_BetweenTakingAndMarking_MakesNoSecondWorkItem()
    {
        await using var post = await MailPost.StartAsync();
        using var folder = new HostFolder(post.Settings());
        var mark = Mails.Mark();
        await using (var host = await HostProcess.StartAsync(folder, Places.KillHost, [], folder.With()))
        {
            await host.TellAsync("arm after-commit", "armed after-commit");
            await post.SendAsync(Mails.Inquiry(mark));
            Assert.Equal(ProcessEndedException.Killed, await host.EndAsync());
        }

        // The message is durable, and the server has not heard of it.
        Assert.Single(post.Dovecot.House.FilesOf());
        Assert.Equal(0, post.Dovecot.House.ReadIn());
        await using var again = await folder.ServeAsync();
        await Wait.ForAsync(() => post.Dovecot.House.ReadIn() == 1 ? "read" : null, again.All);
        Assert.True(Says(Assert.Single(await again.Web.ItemsAsync()), mark));
    }

    [Fact]
    public async Task TwoHosts_OneMailbox_OneReadsItAndTheOtherTakesOver()
    {
        await using var post = await MailPost.StartAsync();
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions());
        using var one = SharedFolders.On(peer);
        await using var first = await HostProcess.StartAsync(one, Places.Host, [], one.With([.. post.Settings().Select(pair => (pair.Key, pair.Value))]));
        await Wait.ForAsync(() => post.Proxy.Connections == 1 ? "reads" : null, first.All);
        using var other = SharedFolders.On(peer).WithKeyOf(one);
        await using var second = await HostProcess.StartAsync(other, Places.Host, [], other.With([.. post.Settings().Select(pair => (pair.Key, pair.Value))]));
        await post.SendAsync(Mails.Unpriced(Mails.Mark()), Mails.Unpriced(Mails.Mark()));
        await second.Web.WaitForItemsAsync(items => items.Count == 2);
        Assert.Equal(1, post.Proxy.Connections);

        await first.KillAsync();
        var killed = TimeProvider.System.GetTimestamp();
        await post.SendAsync(Mails.Unpriced(Mails.Mark()));
        var items = await second.Web.WaitForItemsAsync(items => items.Count == 3);

        Tally.Say($"two hosts, one mailbox: the other read it {TimeProvider.System.GetElapsedTime(killed).TotalSeconds:0.0} s after the kill");
        Assert.Equal(2, post.Proxy.Connections);
        Assert.Equal(3, items.Count);
        await Wait.ForAsync(() => post.Dovecot.House.ReadIn() == 3 ? "read" : null, second.All);
    }

    private static bool IsAt(JsonElement item, string mark) => Says(item, mark) && item.GetProperty("state").GetString() == "awaiting-approval";

    private static bool Says(JsonElement item, string mark) => item.GetRawText().Contains(mark, StringComparison.Ordinal);
}
