using System.Net;
using AiOs.Scenarios.Hosting;
using AiOs.Scenarios.Kills;
using AiOs.Testing.Hosting;
using AiOs.Testing.Mongo;

namespace AiOs.Scenarios.Mongo;

/// <summary>R13 on MongoDB: an older copy is put into a fresh database. It starts frozen, and what may have gone on since is never done again unasked.</summary>
public sealed class SharedRestoreTests
{
    [Fact]
    public async Task Restore_AnOlderBackupIntoAFreshDatabase_IsFrozenAndSendsNothingAgain()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions { ReplicaSet = "rs0" });
        using var folder = SharedFolders.On(peer, sink);
        var (asked, underWay, later) = (Delivery.Small(), Delivery.Small(), Delivery.Small());
        await LiveAsync(folder, asked, underWay, later);
        var sent = sink.Mails().Count;
        Assert.Equal(3, sent);

        folder.Environment["AIOS_Storage__MongoDb__Database"] = "fresh";
        var restored = (await folder.VerbAsync("restore", "--from", "copy", "--json")).MustEndIn(0).Json;
        Assert.True(restored.GetProperty("frozen").GetBoolean());
        await using var host = await folder.ServeAsync();
        Assert.Contains(host.Errors, line => line.StartsWith("FROZEN: ", StringComparison.Ordinal) && line.Contains("are lost with it", StringComparison.Ordinal));
        await host.Web.DecideAsync(await ItemAsync(host, asked), "approve");
        Assert.Equal(sent, sink.Mails().Count);
        var go = (await folder.VerbAsync("resume")).MustEndIn(0);

        Assert.Contains("are lost with it", go.Output, StringComparison.Ordinal);
        Assert.Equal("outcome-unknown", StateOf(await ItemAsync(host, underWay)));
        var again = await ItemAsync(host, asked);
        Assert.Equal("awaiting-approval", StateOf(again));
        Assert.Contains("may have been decided", again.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(await host.Web.ItemsAsync(), item => item.GetRawText().Contains(later.Mark, StringComparison.Ordinal));
        Assert.Equal(sent, sink.Mails().Count);
        (await folder.VerbAsync("journal", "verify")).MustEndIn(0);

        // The control: what the operator says again is sent again, and the same count shows it.
        (await host.Web.DecideAsync(again, "approve")).MustBe(HttpStatusCode.OK);
        Assert.Equal(2, sink.MailsWith(asked.Mark).Count);
    }

    /// <summary>A mail that waits for a yes, one whose host died behind the call, and the backup; then all goes on.</summary>
    private static async Task LiveAsync(HostFolder folder, Delivery asked, Delivery underWay, Delivery later)
    {
        await using (var mortal = await HostProcess.StartAsync(folder, Places.KillHost, [], folder.With()))
        {
            (await mortal.Web.MailAsync(asked.Mail)).MustBe(HttpStatusCode.OK);
            (await mortal.Web.MailAsync(underWay.Mail)).MustBe(HttpStatusCode.OK);
            var item = await ItemAsync(mortal, underWay);
            await mortal.TellAsync("arm after-call", "armed after-call");
            await Assert.ThrowsAsync<HttpRequestException>(() => mortal.Web.DecideAsync(item, "approve"));
            Assert.Equal(ProcessEndedException.Killed, await mortal.EndAsync());
        }

        await using var host = await folder.ServeAsync();
        (await folder.VerbAsync("backup", "--out", "copy")).MustEndIn(0);
        (await host.Web.DecideAsync(await ItemAsync(host, asked), "approve")).MustBe(HttpStatusCode.OK);
        (await host.Web.MailAsync(later.Mail)).MustBe(HttpStatusCode.OK);
        (await host.Web.DecideAsync(await ItemAsync(host, later), "approve")).MustBe(HttpStatusCode.OK);
        Assert.Equal(0, await host.StopAsync());
    }

    private static async Task<System.Text.Json.JsonElement> ItemAsync(HostProcess host, Delivery delivery) =>
        Assert.Single(await host.Web.ItemsAsync(), item => item.GetRawText().Contains(delivery.Mark, StringComparison.Ordinal));

    private static string StateOf(System.Text.Json.JsonElement item) => item.GetProperty("state").GetString()!;
}
