using System.Globalization;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Digests;

namespace AiOs.Kernel.Tests.Digests;

/// <summary>Days on which clocks are changed are told whole, and neither twice.</summary>
public sealed class DayLengthTests
{
    [Theory]
    [InlineData("2026-03-28T17:00:00Z", "2026-03-29T16:00:00Z", 23)]
    [InlineData("2026-10-24T16:00:00Z", "2026-10-25T17:00:00Z", 25)]
    public async Task Window_ClocksAreChanged_IsAnHourShorterOrLonger(string first, string second, int hours)
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram);
        var (begin, end) = (DateTimeOffset.Parse(first, CultureInfo.InvariantCulture), DateTimeOffset.Parse(second, CultureInfo.InvariantCulture));
        Assert.Equal(end, new DailyCron().Next(string.Empty, DigestStage.Berlin, begin));
        stage.Harness.Time.AdjustTime(begin);
        await stage.RunAsync();
        for (var hour = 0; hour < hours; hour++)
        {
            await stage.MailAsync("note");
            stage.Harness.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(end, stage.Now);
        await stage.RunAsync();
        var text = DigestStage.TextOf(DigestStage.SaidIn(stage.Telegram)[^1]);
        Assert.Contains($"Done without asking you: {hours}", text, StringComparison.Ordinal);
        Assert.Contains($"{begin.UtcDateTime:ddd d MMM} 18:00 to {end.UtcDateTime:ddd d MMM} 18:00", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-29T20:00:00Z", "2026-03-28T23:00:00Z")]
    [InlineData("2026-10-25T20:00:00Z", "2026-10-24T22:00:00Z")]
    public async Task Today_ClocksAreChanged_BeginsAtMidnight(string now, string midnight)
    {
        await using var stage = await DigestStage.StartAsync();
        var begin = DateTimeOffset.Parse(midnight, CultureInfo.InvariantCulture);
        stage.Harness.Time.AdjustTime(begin.AddMinutes(-1));
        await stage.MailAsync("note");
        stage.Harness.Time.AdjustTime(begin.AddMinutes(1));
        await stage.MailAsync("note");
        stage.Harness.Time.AdjustTime(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        var window = await stage.Harness.Process.Get<DigestMaker>().TodayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(begin, window.Since);
        Assert.Single((await stage.ReportAsync(window)).Tally.Done);
    }
}
