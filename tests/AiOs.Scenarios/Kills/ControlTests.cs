using AiOs.Scenarios.Hosting;

namespace AiOs.Scenarios.Kills;

/// <summary>The checks themselves: a host that calls before its intent is journalled must be caught by them.</summary>
public sealed class ControlTests
{
    [Fact]
    public async Task Kill_WhereIntentIsNotJournalledFirst_IsCaughtAsASecondMail()
    {
        await using var sink = await SmtpSink.StartAsync();
        var caught = new List<string>();
        var kills = 0;
        for (var number = 5; number <= 12; number++)
        {
            using var run = new KillRun(sink);
            run.Deliveries.Add(Delivery.Small());
            if (!await run.KillAtAsync(number, "--control"))
            {
                break;
            }

            kills++;
            caught.AddRange(await run.SettleAsync());
        }

        Counts.Say($"control: {kills} kills, caught: {string.Join("; ", caught)}");
        Assert.Contains(caught, wrong => wrong.EndsWith("was sent 2 times", StringComparison.Ordinal));
    }
}
