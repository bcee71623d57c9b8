using System.Globalization;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Digests.Sending;

namespace AiOs.Kernel.Tests.Digests;

/// <summary>Whole days in simulated time around both changes of clocks: mails and decisions, a crash, a digest that is missed and told of elsewhere.</summary>
public sealed class WholeDayTests
{
    /// <summary>Of which at least forty are mails.</summary>
    private const int Steps = 68;

    private const int Mails = 40;

    [Theory]
    [InlineData("2026-03-28T17:00:00Z", 23, 1)]
    [InlineData("2026-10-24T16:00:00Z", 25, 2)]
    public async Task Day_WithACrashAndAMissedDigest_IsToldToTheCent(string start, int hours, int seed)
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram, ChannelName.Teams);
        var begin = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);
        stage.Harness.Time.AdjustTime(begin);
        await stage.Watchman.LookAsync(TestContext.Current.CancellationToken);
        Assert.IsType<JobReport.Proved>(await stage.RunAsync());
        var from = (await LastAsync(stage)).UpTo;

        // The day: half of it, a crash, the other half; the clock that sends stands still.
        await new BusyDay(stage, seed).WorkAsync(Steps / 2);
        await stage.Harness.CrashAsync();
        await stage.Watchman.LookAsync(TestContext.Current.CancellationToken);
        await new BusyDay(stage, seed + 10).WorkAsync(Steps / 2);
        var due = begin.AddHours(hours);
        Assert.True(stage.Now < due, "the day was too busy");
        stage.Harness.Time.AdjustTime(due.AddMinutes(11));
        await stage.Watchman.LookAsync(TestContext.Current.CancellationToken);
        Assert.Contains("has not come", DigestStage.SaidIn(stage.Telegram)[^1].Title, StringComparison.Ordinal);
        Assert.Contains("has not come", DigestStage.SaidIn(stage.Teams)[^1].Title, StringComparison.Ordinal);

        // It comes late, once, and tells all of it.
        stage.Harness.Time.AdjustTime(due.AddHours(2));
        await stage.Harness.RestartAsync();
        Assert.IsType<JobReport.Proved>(await stage.RunAsync(due));
        Assert.IsType<JobReport.Proved>(await stage.RunAsync(due));
        var last = await LastAsync(stage);
        var window = await stage.Harness.Process.Get<DigestMarks>().FindAsync(last.Key, TestContext.Current.CancellationToken);
        var report = await stage.ReportAsync(window!);

        Assert.Equal(from, window!.After);
        Assert.Equal(NaiveTally.Between(await stage.CommitsAsync(), from, window.UpTo), Figures.Of(report.Tally));
        var text = DigestStage.TextOf(DigestStage.SaidIn(stage.Telegram)[^1]);
        Assert.Contains("Comes 2 hours late, since no host ran.", text, StringComparison.Ordinal);
        Assert.All(report.Tally.Out, money => Assert.Contains($"out: {money}", text, StringComparison.Ordinal));
        Assert.Contains($"messages that came in: {report.Tally.CameIn}", text, StringComparison.Ordinal);
        Assert.Equal(3, DigestStage.SaidIn(stage.Telegram).Count);
        Assert.Equal(3, DigestStage.SaidIn(stage.Teams).Count);
        Assert.True(report.Tally.CameIn >= Mails, $"only {report.Tally.CameIn} mails came in");
    }

    private static async Task<LastDigest> LastAsync(DigestStage stage) => (await stage.Harness.Process.Get<DigestMarks>().LastAsync(TestContext.Current.CancellationToken))!;
}
