using System.Globalization;
using System.Net;
using AiOs.Scenarios.Hosting;
using AiOs.Scenarios.Kills;
using AiOs.Testing;
using AiOs.Testing.Hosting;
using AiOs.Testing.Mongo;

namespace AiOs.Scenarios.Mongo;

/// <summary>Two real hosts on one MongoDB: they share the work by leases, and what one leaves that is killed the other takes over (R1, R5).</summary>
public sealed class TwoHostsTests
{
    private const int Many = 20;
    private const int KillAt = 4;

    /// <summary>A lease, the wake-up that comes after its end, and room for a busy machine.</summary>
    private static readonly TimeSpan TakenOverWithin = TimeSpan.FromSeconds(30 + 5 + 20);

    private static readonly TimeSpan Seen = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Kill_OneOfTwoInTheMiddleOfWork_LetsTheOtherFinishAndDoublesNothing()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions { ReplicaSet = "rs0" });
        var watch = new LeaseWatch(peer);
        await using var pair = await HostPair.StartAsync(peer, sink);
        await FreezeAsync(pair);
        var (first, second) = (watch.Hosts[0], watch.Hosts[1]);
        var other = pair.Second.Host;
        var deliveries = Enumerable.Range(0, Many).Select(_ => Delivery.InFolder()).ToList();
        Drop(pair.First.Folder, deliveries.Take(Many / 2));
        Drop(pair.Second.Folder, deliveries.Skip(Many / 2));
        var items = await UntilReadyAsync(other);
        var reached = watch.StopAtAsync(first, KillAt);
        var changing = Task.WhenAll(items.Select((item, number) => ChangeAsync(pair.Of(number), item)));
        await reached.WaitAsync(HostFolder.Patience, TimeProvider.System, TestContext.Current.CancellationToken);

        await pair.First.Host.KillAsync();
        var killed = TimeProvider.System.GetTimestamp();
        watch.Release();
        var unheard = (await changing).Count(heard => !heard);
        var left = watch.LeftBy(first);
        var took = await FinishAsync(other, killed);
        var account = await Reckoning.OfAsync(other, deliveries, sink.Mails(), keyed: false);
        Tally.Say($"two hosts: turns at {watch.TurnsOf(first)} and {watch.TurnsOf(second)} work items, killed with {left.Count} under way ({unheard} answers lost); all {Many} ready {took.TotalSeconds:0.0} s after the kill; {account}");
        account.MustBeClean("after the kill");
        Assert.Equal((Many, 0, Many), (account.Done, account.Unknown, account.Sent));
        Assert.True(took < TakenOverWithin, $"it took {took.TotalSeconds:0.0} s");
        Assert.NotEmpty(left);
        Assert.Equal(left.Count, watch.TakenOver(second, left));
        Assert.True(watch.TurnsOf(second) >= Many / 2, $"the second host had only {watch.TurnsOf(second)} turns");
        Assert.All(sink.Mails(), mail => Assert.Contains("March", mail, StringComparison.Ordinal));
        await using var again = await pair.First.Folder.ServeAsync();
        Assert.Equal(string.Join('\n', await other.Web.ItemsAsync()), string.Join('\n', await again.Web.ItemsAsync()));
    }

    [Fact]
    public async Task Kill_OneOfTwoBehindItsCall_LetsTheOtherFinishAndSendsNothingTwice()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions());
        await using var pair = await HostPair.StartAsync(peer, sink, Places.KillHost);
        var deliveries = Enumerable.Range(0, Many).Select(_ => Delivery.Small()).ToList();
        await Task.WhenAll(deliveries.Select((delivery, number) => pair.Of(number).Web.MailAsync(delivery.Mail)));
        var other = pair.Second.Host;
        var items = await other.Web.WaitForItemsAsync(items => items.Count == Many && items.All(item => StateOf(item) == "awaiting-approval"));
        await ApproveAsync(pair.First.Host, items.Take(Many / 4));
        await pair.First.Host.TellAsync("arm after-call", "armed after-call");
        var others = ApproveAsync(other, items.Skip(Many / 2));
        await Assert.ThrowsAsync<HttpRequestException>(() => ApproveAsync(pair.First.Host, items.Skip(Many / 4).Take(1)));
        Assert.Equal(ProcessEndedException.Killed, await pair.First.Host.EndAsync());
        var killed = TimeProvider.System.GetTimestamp();
        await others;
        // What was open on the host that died is said on the other, as an operator would.
        await ApproveAsync(other, items.Skip((Many / 4) + 1).Take((Many / 4) - 1));
        var rest = await other.Web.WaitForItemsAsync(items => items.Count(item => StateOf(item) == "done") >= Many - 1);
        var took = TimeProvider.System.GetElapsedTime(killed);
        if (Counts.Full)
        {
            // Of a call that nobody heard the end of nothing is said before its deadline: two minutes for a mail server.
            rest = await UntilAsync(other, TimeSpan.FromSeconds(150), items => items.All(item => StateOf(item) is "done" or "outcome-unknown"));
        }

        var open = Assert.Single(rest, item => StateOf(item) != "done");
        Tally.Say($"two hosts, killed behind a call: {Many - 1} done {took.TotalSeconds:0.0} s after the kill, 1 {StateOf(open)}; {sink.Mails().Count} mails went out");
        Assert.True(took < TakenOverWithin, $"it took {took.TotalSeconds:0.0} s");
        Assert.Equal(Counts.Full ? "outcome-unknown" : "performing", StateOf(open));
        Assert.All(deliveries, delivery => Assert.Single(sink.MailsWith(delivery.Mark)));
        Assert.Equal(Many, sink.Mails().Count);
        Assert.True((await other.Web.VerifyAsync()).GetProperty("ok").GetBoolean());
    }

    /// <summary>The control: two hosts that do not share a store both send, and the same look has to say so.</summary>
    [Fact]
    public async Task Approve_OnHostsThatShareNothing_IsCaughtAsASecondMail()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions());
        await using var pair = await HostPair.StartAsync(peer, sink, secondDatabase: "apart");
        var delivery = Delivery.Small();
        foreach (var host in new[] { pair.First.Host, pair.Second.Host })
        {
            (await host.Web.MailAsync(delivery.Mail)).MustBe(HttpStatusCode.OK);
            (await host.Web.DecideAsync(Assert.Single(await host.Web.WaitForItemsAsync(items => items.Count == 1 && StateOf(items[0]) == "awaiting-approval")), "approve")).MustBe(HttpStatusCode.OK);
        }

        var account = await Reckoning.OfAsync(pair.Second.Host, [delivery], sink.Mails(), keyed: false);

        Assert.Equal($"{delivery.Mark} was sent 2 times", Assert.Single(account.Wrong));
    }

    /// <summary>What is frozen on one host is frozen on the other at once: its page says so a little later, and an approval there sends nothing.</summary>
    private static async Task FreezeAsync(HostPair pair)
    {
        var (one, other) = (pair.First.Host.Web, pair.Second.Host.Web);
        var waits = new List<TimeSpan>();
        for (var round = 0; round < 3; round++)
        {
            Assert.True((await one.TextAsync("/freeze")).MustBe(HttpStatusCode.OK).Json.GetProperty("done").GetBoolean());
            waits.Add(await UntilShownAsync(other, frozen: true));
            Assert.True((await other.TextAsync("/resume")).MustBe(HttpStatusCode.OK).Json.GetProperty("done").GetBoolean());
            await UntilShownAsync(one, frozen: false);
        }

        Tally.Say($"two hosts: a freeze was seen by the other after {string.Join(", ", waits.Order().Select(wait => wait.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)))} s");
        Assert.True(waits.Order().ElementAt(1) < Seen, $"the other host saw the freeze after {waits.Order().ElementAt(1).TotalSeconds:0.0} s only");
    }

    private static async Task<TimeSpan> UntilShownAsync(Testing.Hosting.WebClient web, bool frozen)
    {
        var started = TimeProvider.System.GetTimestamp();
        while ((await web.GetAsync("/controls")).MustBe(HttpStatusCode.OK).Text.Contains("Frozen: nothing runs.", StringComparison.Ordinal) != frozen)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < HostFolder.Patience, "The other host never saw it.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        return TimeProvider.System.GetElapsedTime(started);
    }

    private static async Task ApproveAsync(HostProcess host, IEnumerable<System.Text.Json.JsonElement> items)
    {
        foreach (var item in items)
        {
            (await host.Web.DecideAsync(item, "approve")).MustBe(HttpStatusCode.OK);
        }
    }

    private static async Task<IReadOnlyList<System.Text.Json.JsonElement>> UntilAsync(HostProcess host, TimeSpan within, Func<IReadOnlyList<System.Text.Json.JsonElement>, bool> wanted)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var items = await host.Web.ItemsAsync();
            if (wanted(items))
            {
                return items;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < within, $"It did not come to what was waited for; last: {string.Join('\n', items)}");
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
    }

    private static void Drop(HostFolder folder, IEnumerable<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            File.WriteAllText(Path.Combine(folder.Inbox, delivery.Mark + ".eml"), delivery.Mail);
        }
    }

    /// <summary>Says again what was not heard, waits until all is changed, and approves it. Returns how long after the kill all was ready.</summary>
    private static async Task<TimeSpan> FinishAsync(HostProcess host, long killed)
    {
        foreach (var item in (await host.Web.ItemsAsync()).Where(item => StateOf(item) == "awaiting-approval" && !IsChanged(item)))
        {
            Assert.True(await ChangeAsync(host, item));
        }

        await host.Web.WaitForItemsAsync(items => items.All(item => StateOf(item) == "awaiting-approval" && IsChanged(item)));
        var took = TimeProvider.System.GetElapsedTime(killed);
        await ApproveAsync(host, await host.Web.ItemsAsync());
        return took;
    }

    /// <summary>Waits until all that was dropped waits for a yes.</summary>
    private static Task<IReadOnlyList<System.Text.Json.JsonElement>> UntilReadyAsync(HostProcess host) =>
        host.Web.WaitForItemsAsync(items => items.Count == Many && items.All(item => StateOf(item) == "awaiting-approval"));

    private static bool IsChanged(System.Text.Json.JsonElement item) => item.GetProperty("approvals").GetArrayLength() > 1;

    /// <summary>False where the host died of it, so that nobody knows whether it was heard.</summary>
    private static async Task<bool> ChangeAsync(HostProcess host, System.Text.Json.JsonElement item)
    {
        try
        {
            (await host.Web.DecideAsync(item, "change", "Say that we can start in March.")).MustBe(HttpStatusCode.OK);
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private static string StateOf(System.Text.Json.JsonElement item) => item.GetProperty("state").GetString()!;
}
