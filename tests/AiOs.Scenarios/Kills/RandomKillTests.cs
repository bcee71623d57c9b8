using AiOs.Scenarios.Hosting;

namespace AiOs.Scenarios.Kills;

/// <summary>SIGKILL at any moment, again and again on one workspace, so that recovery is hit as well.</summary>
public sealed class RandomKillTests
{
    private const int Rounds = 24;
    private const int Seed = 20261122;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_AtRandomMoments_LosesAndDoublesNothing(bool server)
    {
        await using var sink = server ? await SmtpSink.StartAsync() : null;
        using var run = new KillRun(sink);
        var random = new Random(Seed);
        var served = 0;
        for (var round = 0; round < Rounds / 2; round++)
        {
            run.Deliveries.Add(round % 3 == 0 ? Delivery.Large(random) : Delivery.Small());
            served += await KillLaterAsync(run, random, whileItServes: round % 3 != 0) ? 1 : 0;
        }

        var wrong = await run.SettleAsync();
        Assert.True(wrong.Count == 0, $"seed {Seed}: {string.Join("; ", wrong)}");
        Counts.Say($"{Rounds / 2} kills at random moments, {served} of them while it served, {run.Deliveries.Count} mails, {(server ? "mail server" : "outbox")}");
        Assert.True(served >= 6, $"only {served} hosts were killed while they served");
    }

    /// <summary>Kills a host some time after its start, or some time after it took up its work.</summary>
    private static async Task<bool> KillLaterAsync(KillRun run, Random random, bool whileItServes)
    {
        var process = HostProcess.Launch(run.Folder, Places.Host, [], run.Folder.With());
        if (!whileItServes)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 1500)), TimeProvider.System);
            process.Kill();
        }

        try
        {
            await using var host = await HostProcess.ReadyAsync(process);
            var working = new Operator(run.Deliveries).WorkAsync(host);
            await Task.WhenAny(working, Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 350)), TimeProvider.System));
            await host.KillAsync();
            await working;
            return true;
        }
        catch (ProcessEndedException ended)
        {
            Assert.True(ended.ExitCode == ProcessEndedException.Killed, ended.Message);
            return false;
        }
    }
}
