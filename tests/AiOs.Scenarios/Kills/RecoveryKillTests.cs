using System.Globalization;
using AiOs.Scenarios.Hosting;
using AiOs.Testing;

namespace AiOs.Scenarios.Kills;

/// <summary>R1: SIGKILL at a boundary of a mail's way, and again at each boundary of what the next host does about it.</summary>
public sealed class RecoveryKillTests
{
    private const int MostBoundaries = 60;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_AtEachBoundaryOfRecovery_LosesAndDoublesNothing(bool server)
    {
        await using var sink = server ? await SmtpSink.StartAsync() : null;
        using var run = new KillRun(sink);
        foreach (var first in Firsts(server))
        {
            for (var second = 1; await KillTwiceAsync(run, first, second); second++)
            {
                Assert.True(second < MostBoundaries, "one recovery has no end of boundaries");
            }
        }

        var account = await run.SettleAsync();
        account.MustBeClean("after all kills in recovery");
        KillPlan.Say(run.Kills, $"around recovery, {(server ? "mail server" : "outbox")}: {account}");
        Assert.True(run.Kills >= KillPlan.Recovery(server), $"only {run.Kills} kills");
        Assert.Equal(run.Mails, account.Done + account.Unknown);
        Assert.True(server ? account.Unknown >= 2 : account.Sent == run.Mails, account.ToString());
    }

    /// <summary>
    /// Where the first kill is. With a mail server what comes before the call is no different, so the full run goes into that once;
    /// a plain run only looks at the call whose result nobody heard.
    /// </summary>
    private static IEnumerable<string> Firsts(bool server) => (Counts.Full, server) switch
    {
        (false, _) => ["after-call"],
        (true, true) => ["after-commit", "before-call", "after-call", "8"],
        (true, false) => Enumerable.Range(1, 10).Select(number => number.ToString(CultureInfo.InvariantCulture)),
    };

    private static async Task<bool> KillTwiceAsync(KillRun run, string first, int second) =>
        await run.KillInWorkAsync(first, Delivery.Small())
        && await run.KillInRecoveryAsync(second.ToString(CultureInfo.InvariantCulture));
}
