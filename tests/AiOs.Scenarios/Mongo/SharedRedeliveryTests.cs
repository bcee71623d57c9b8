using System.Globalization;
using System.Net;
using AiOs.Scenarios.Hosting;
using AiOs.Scenarios.Kills;
using AiOs.Testing;
using AiOs.Testing.Hosting;
using AiOs.Testing.Mongo;

namespace AiOs.Scenarios.Mongo;

/// <summary>R8 where two hosts share a store: each mail comes one to three times, shuffled, at both hosts at once, across a restart: one work item and one outcome each.</summary>
public sealed class SharedRedeliveryTests
{
    private const int Seed = 88;
    private const int Most = 3;

    [Fact]
    public async Task Redelivered_ToBothHostsAcrossARestart_MakesOneWorkItemAndOneOutcomeEach()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions { ReplicaSet = "rs0" });
        await using var pair = await HostPair.StartAsync(peer, sink);
        var random = new Random(Seed);
        var mails = Enumerable.Range(0, Counts.Of(12, 60)).Select(_ => Delivery.Small()).ToList();
        var deliveries = mails.SelectMany((mail, index) => Enumerable.Range(index, 1 + (index % Most)).Select(number => (mail, number))).ToArray();
        random.Shuffle(deliveries);
        var half = deliveries.Length / 2;
        await DeliverAsync(pair, deliveries[..half]);
        await ApproveAsync(pair.First.Host, item => item.Index % 2 == 0);
        Assert.Equal(0, await pair.Second.Host.StopAsync());
        await pair.RestartSecondAsync();
        await DeliverAsync(pair, deliveries[half..]);

        // The control: the same words under another id are another mail, and the look has to say so.
        var renamed = Delivery.Small();
        await HandOverAsync(pair.First.Host, renamed.Mail);
        await HandOverAsync(pair.Second.Host, Mails.Unpriced(renamed.Mark, id: renamed.Mark + "again"));
        await pair.Second.Host.Web.WaitForItemsAsync(items => items.Count == mails.Count + 2);
        await ApproveAsync(pair.Second.Host, _ => true);

        await pair.First.Host.Web.WaitForItemsAsync(items => items.All(item => item.GetProperty("state").GetString() == "done"));
        var account = await Reckoning.OfAsync(pair.First.Host, [.. mails, renamed], sink.Mails(), keyed: false);
        Tally.Say($"redelivery to two hosts: {mails.Count} mails, {deliveries.Length} deliveries, 1 restart; {account}; control caught: {string.Join("; ", account.Wrong)}");
        Assert.Equal([$"{mails.Count + 1} mails came in and there are {mails.Count + 2} work items", $"{renamed.Mark} has 2 work items"], account.Wrong);
        Assert.All(mails, mail => Assert.Single(sink.MailsWith(mail.Mark)));
        Assert.Equal(mails.Count + 2, account.Sent);
        Assert.True(deliveries.Length >= mails.Count * 3 / 2, $"only {deliveries.Length} deliveries");
    }

    /// <summary>Four at a time, by the page of either host, each third one as a file.</summary>
    private static Task DeliverAsync(HostPair pair, (Delivery Mail, int Number)[] share) =>
        Task.WhenAll(share.Chunk((share.Length + 3) / 4).Select(async part =>
        {
            foreach (var (mail, number) in part)
            {
                if (number % 3 == 2)
                {
                    var folder = number % 2 == 0 ? pair.First.Folder : pair.Second.Folder;
                    await File.WriteAllTextAsync(Path.Combine(folder.Inbox, string.Create(CultureInfo.InvariantCulture, $"{mail.Mark}-{number}.eml")), mail.Mail, TestContext.Current.CancellationToken);
                }
                else
                {
                    await HandOverAsync(pair.Of(number), mail.Mail);
                }
            }
        }));

    private static async Task HandOverAsync(HostProcess host, string mail) => (await host.Web.MailAsync(mail)).MustBe(HttpStatusCode.OK);

    private static async Task ApproveAsync(HostProcess host, Func<(int Index, System.Text.Json.JsonElement Item), bool> chosen)
    {
        var items = await host.Web.WaitForItemsAsync(items => items.All(item => item.GetProperty("state").GetString() is "awaiting-approval" or "done"));
        foreach (var (_, item) in items.Index().Where(chosen).Where(one => one.Item.GetProperty("state").GetString() == "awaiting-approval"))
        {
            (await host.Web.DecideAsync(item, "approve")).MustBe(HttpStatusCode.OK);
        }
    }
}
