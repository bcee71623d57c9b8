using AiOs.Scenarios.Hosting;

namespace AiOs.Scenarios.Kills;

/// <summary>SIGKILL at each step boundary of a mail's whole way, handed over at the page's endpoints.</summary>
public sealed class BoundaryKillTests
{
    private const int MostBoundaries = 40;
    private static readonly string[] EveryBoundary = ["after-call", "after-commit", "before-call", "before-commit", "before-reply"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_AtEachBoundary_LosesAndDoublesNothing(bool server)
    {
        await using var sink = server ? await SmtpSink.StartAsync() : null;
        var boundaries = new List<string>();
        var kills = 0;
        for (var number = 1; number <= MostBoundaries; number++)
        {
            using var run = new KillRun(sink);
            run.Deliveries.Add(Delivery.Small());
            var killed = await run.KillAtAsync(number);
            var wrong = await run.SettleAsync();
            Assert.True(wrong.Count == 0, $"killed at boundary {number}: {string.Join("; ", wrong)}");
            boundaries.AddRange(run.Boundaries);
            kills += run.Kills;
            if (!killed)
            {
                break;
            }
        }

        Counts.Say($"{kills} kills at boundaries, {(server ? "mail server" : "outbox")}");
        Assert.InRange(kills, 10, MostBoundaries - 1);
        Assert.Equal(EveryBoundary, boundaries.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_AtEachBoundaryOfRecovery_LosesAndDoublesNothing(bool server)
    {
        await using var sink = server ? await SmtpSink.StartAsync() : null;
        var afterCall = await AfterCallAsync(sink);
        var kills = 0;
        for (var number = 1; number <= MostBoundaries; number++)
        {
            using var run = new KillRun(sink);
            run.Deliveries.Add(Delivery.Small());
            Assert.True(await run.KillAtAsync(afterCall));
            Assert.Equal("after-call", Assert.Single(run.Boundaries));
            var killed = await run.KillAtAsync(number);
            var wrong = await run.SettleAsync();
            Assert.True(wrong.Count == 0, $"killed at boundary {number} of recovery: {string.Join("; ", wrong)}");
            kills += run.Kills;
            if (!killed)
            {
                break;
            }
        }

        Counts.Say($"{kills} kills around recovery, {(server ? "mail server" : "outbox")}");
        Assert.InRange(kills, 3, 2 * MostBoundaries);
    }

    /// <summary>Which number the boundary behind the call has.</summary>
    private static async Task<int> AfterCallAsync(SmtpSink? sink)
    {
        using var run = new KillRun(sink);
        run.Deliveries.Add(Delivery.Small());
        var number = 0;
        var killed = await run.KillAtAsync(0, async host =>
        {
            var done = await new Operator(run.Deliveries).WorkAsync(host);
            number = int.Parse(host.Errors.Single(line => line.EndsWith(" after-call", StringComparison.Ordinal)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
            return done;
        });
        Assert.False(killed);
        return number;
    }
}
