using AiOs.Scenarios.Hosting;

namespace AiOs.Scenarios.Kills;

/// <summary>R1's control: a host that calls before its intent is journalled must be caught by the same look.</summary>
public sealed class ControlTests
{
    [Fact]
    public async Task Kill_WhereIntentIsNotJournalledFirst_IsCaughtAsASecondMail()
    {
        await using var sink = await SmtpSink.StartAsync();
        using var run = new KillRun(sink);
        Assert.True(await run.KillInWorkAsync("after-call", Delivery.Small(), "--control"));

        var account = await run.SettleAsync();

        Tally.Say($"control: {run.Kills} kill, caught: {string.Join("; ", account.Wrong)}");
        Assert.EndsWith("was sent 2 times", Assert.Single(account.Wrong), StringComparison.Ordinal);
    }
}
