using System.Net;
using AiOs.Scenarios.Hosting;
using AiOs.Scenarios.Kills;
using AiOs.Testing;
using AiOs.Testing.Hosting;
using AiOs.Testing.Mongo;
using AiOs.Testing.Mongo.Faults;

namespace AiOs.Scenarios.Mongo;

/// <summary>R5: the store takes a commit and its yes is lost, or it is away for a while. What is acknowledged is there, and it is there once.</summary>
public sealed class LostReplyTests
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(4);

    [Theory]
    [InlineData(null)]
    [InlineData("rs0")]
    public async Task Commit_WhoseReplyIsLost_IsAcknowledgedAndAppliedOnce(string? set)
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions { ReplicaSet = set });
        using var folder = SharedFolders.On(peer, sink);
        await using var host = await folder.ServeAsync();
        var deliveries = new List<Delivery>();
        var lost = new List<PlannedFault>();
        for (var after = 0; after < Counts.Of(4, 12); after++)
        {
            deliveries.Add(Delivery.Small());
            lost.Add(peer.Faults.Add(new FaultTrigger { Command = "insert", Collection = "commits", After = after }, new PeerFault.DropReply()));
            await HandOverAsync(host, deliveries[^1]);
            await ApproveAsync(host, deliveries.Count);
        }

        await MustBeOnceAsync(host, deliveries, sink);
        Tally.Say($"lost replies ({set ?? "standalone"}): {lost.Sum(fault => fault.Struck)} of {deliveries.Count} mails' commits");
        Assert.True(lost.Sum(fault => fault.Struck) >= deliveries.Count / 2, "too few replies were lost");
    }

    [Fact]
    public async Task Store_AwayForSeconds_TakesEverythingOnceWhenItIsBack()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions());
        using var folder = SharedFolders.On(peer, sink);
        folder.Environment["AIOS_Storage__MongoDb__ConnectionString"] += "&serverSelectionTimeoutMS=1500";
        await using var host = await folder.ServeAsync();
        var deliveries = Enumerable.Range(0, 6).Select(_ => Delivery.Small()).ToList();
        await HandOverAsync(host, deliveries[0]);
        await HandOverAsync(host, deliveries[1]);
        var working = Task.WhenAll(deliveries.Skip(2).Select(delivery => HandOverAsync(host, delivery)));
        await peer.StopAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Web.GetAsync("/health/ready")).Status);
        await Task.Delay(Away, TimeProvider.System, TestContext.Current.CancellationToken);
        peer.StartAgain();
        var refused = (await working).Sum();
        await ApproveAsync(host, deliveries.Count);

        await MustBeOnceAsync(host, deliveries, sink);
        Tally.Say($"store away for {Away.TotalSeconds} s: {deliveries.Count} mails, {refused} times refused before they were taken");
        Assert.True(refused > 0, "nobody noticed that the store was away");
    }

    /// <summary>The control: a mail that was taken under another id is another mail, and the look has to say so.</summary>
    [Fact]
    public async Task HandOver_UnderTwoIds_IsCaughtAsTwoWorkItems()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions());
        using var folder = SharedFolders.On(peer, sink);
        await using var host = await folder.ServeAsync();
        var delivery = Delivery.Small();
        await HandOverAsync(host, delivery);
        (await host.Web.MailAsync(Mails.Unpriced(delivery.Mark, id: delivery.Mark + "again"))).MustBe(HttpStatusCode.OK);

        var account = await Reckoning.OfAsync(host, [delivery], sink.Mails(), keyed: false);

        Assert.Contains($"{delivery.Mark} has 2 work items", account.Wrong);
    }

    /// <summary>As a channel does: again until it is acknowledged. Returns how often it was not.</summary>
    private static async Task<int> HandOverAsync(HostProcess host, Delivery delivery)
    {
        for (var refused = 0; ; refused++)
        {
            var reply = await host.Web.MailAsync(delivery.Mail);
            if (reply.Status == HttpStatusCode.OK)
            {
                return refused;
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        }
    }

    private static async Task ApproveAsync(HostProcess host, int count)
    {
        var items = await host.Web.WaitForItemsAsync(items => items.Count == count && items.All(item => StateOf(item) is "awaiting-approval" or "done"));
        foreach (var item in items.Where(item => StateOf(item) == "awaiting-approval"))
        {
            (await host.Web.DecideAsync(item, "approve")).MustBe(HttpStatusCode.OK);
        }
    }

    private static async Task MustBeOnceAsync(HostProcess host, List<Delivery> deliveries, SmtpSink sink)
    {
        await host.Web.WaitForItemsAsync(items => items.All(item => StateOf(item) == "done"));
        var account = await Reckoning.OfAsync(host, deliveries, sink.Mails(), keyed: false);
        account.MustBeClean("in the end");
        Assert.Equal((deliveries.Count, deliveries.Count), (account.Done, account.Sent));
    }

    private static string StateOf(System.Text.Json.JsonElement item) => item.GetProperty("state").GetString()!;
}
