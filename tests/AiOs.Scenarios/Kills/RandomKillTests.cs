using AiOs.Scenarios.Hosting;
using AiOs.Testing;

namespace AiOs.Scenarios.Kills;

/// <summary>R1: SIGKILL at any moment, again and again on one workspace, so that recovery is hit as well.</summary>
public sealed class RandomKillTests
{
    private const int Seed = 20261122;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_AtRandomMoments_LosesAndDoublesNothing(bool server)
    {
        await using var sink = server ? await SmtpSink.StartAsync() : null;
        using var run = new KillRun(sink);
        var random = new Random(Seed);
        var underWay = 0;
        for (var round = 0; round < KillPlan.Random; round++)
        {
            var serves = round % 3 != 0;
            var later = TimeSpan.FromMilliseconds(serves ? random.Next(0, 900) : random.Next(50, 900));
            underWay += await run.KillLaterAsync(round % 3 == 0 ? Delivery.Large(random) : Delivery.Small(), later, serves) ? 1 : 0;
        }

        var account = await run.SettleAsync();
        account.MustBeClean($"seed {Seed}");
        KillPlan.Say(run.Kills, $"at random moments, {underWay} of them with work under way, {(server ? "mail server" : "outbox")}: {account}");
        Assert.True(underWay >= Counts.Of(1, 5), $"only {underWay} kills hit work");
        Assert.Equal(run.Mails, account.Done + account.Unknown);
    }
}
