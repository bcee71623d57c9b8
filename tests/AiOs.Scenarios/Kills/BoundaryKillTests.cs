using System.Globalization;
using AiOs.Scenarios.Hosting;
using AiOs.Testing;

namespace AiOs.Scenarios.Kills;

/// <summary>R1: SIGKILL at each step boundary of a mail's whole way, handed over at the page's endpoints.</summary>
public sealed class BoundaryKillTests
{
    private const int MostBoundaries = 60;
    private static readonly string[] EveryBoundary = ["after-call", "after-commit", "before-call", "before-commit", "before-reply"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_AtEachBoundary_LosesAndDoublesNothing(bool server)
    {
        await using var sink = server ? await SmtpSink.StartAsync() : null;
        using var run = new KillRun(sink);
        var random = new Random(1);
        for (var round = 0; round < (server ? 1 : Counts.Of(1, 2)); round++)
        {
            var number = 1;
            while (await run.KillInWorkAsync(number.ToString(CultureInfo.InvariantCulture), round == 0 ? Delivery.Small() : Delivery.Large(random)))
            {
                Assert.True(++number <= MostBoundaries, "one mail has no end of boundaries");
            }
        }

        var account = await run.SettleAsync();
        account.MustBeClean("after all kills at boundaries");
        KillPlan.Say(run.Kills, $"at each boundary, {(server ? "mail server" : "outbox")}: {account}");
        Assert.True(run.Kills >= KillPlan.Boundaries(server), $"only {run.Kills} kills");
        Assert.Equal(EveryBoundary, run.Boundaries.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(run.Mails, account.Done + account.Unknown);
        Assert.True(server ? account.Unknown >= 2 : account.Sent == run.Mails, account.ToString());
    }

    [Fact]
    public async Task Kill_AtEachBoundaryOfTheFirstStart_LeavesAFolderThatStarts()
    {
        var kills = 0;
        for (var number = 1; number <= MostBoundaries; number++)
        {
            using var run = new KillRun(sink: null);
            if (!await run.KillInRecoveryAsync(number.ToString(CultureInfo.InvariantCulture)))
            {
                break;
            }

            Assert.False(await run.KillInWorkAsync("none", Delivery.Small()));
            kills += run.Kills;
        }

        KillPlan.Say(kills, "at each boundary of a first start");
        Assert.True(kills >= KillPlan.FirstStarts, $"only {kills} kills");
    }

    [Fact]
    public void Plan_InFull_ComesToEnough() => Assert.True(KillPlan.Sum >= Counts.Of(30, KillPlan.Least), $"{KillPlan.Sum} kills");
}
