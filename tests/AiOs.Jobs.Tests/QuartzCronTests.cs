namespace AiOs.Jobs.Tests;

public sealed class QuartzCronTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("0 0 9 ? * MON", "2026-11-23T08:00:00Z", "2026-11-30T08:00:00Z")]
    [InlineData("0 0 9 ? * MON", "2026-11-23T07:59:59Z", "2026-11-23T08:00:00Z")]
    [InlineData("0 30 2 * * ?", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("0 30 2 * * ?", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("0 30 2 * * ?", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    public void Next_AroundAChangeOfTheClock_IsDueOnce(string cron, string after, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, null), new QuartzCron().Next(cron, Berlin, DateTimeOffset.Parse(after, null))?.ToUniversalTime());

    [Theory]
    [InlineData("every day")]
    [InlineData("")]
    [InlineData("61 0 9 ? * MON")]
    public void FaultIn_NoCron_SaysWhat(string cron) => Assert.NotNull(new QuartzCron().FaultIn(cron));
}
