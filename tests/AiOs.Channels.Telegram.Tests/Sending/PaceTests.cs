using AiOs.Channels.Telegram.Sending;

namespace AiOs.Channels.Telegram.Tests.Sending;

public sealed class PaceTests
{
    private const long Person = 4711;
    private const long Group = -1_001_000_000_001;

    [Fact]
    public void Private_SeveralAtOnce_GoesOutInABurstAndThenOneASecond()
    {
        var times = Drain(Pace.Of(Person), 10);
        Assert.Equal([0, 0, 0, 1, 2, 3, 4, 5, 6, 7], times.Select(static time => time.TotalSeconds));
    }

    [Fact]
    public void Group_Hundred_NeverMoreThanTwentyInAnyMinute()
    {
        var times = Drain(Pace.Of(Group), 100);
        Assert.InRange(MostWithin(times, TimeSpan.FromMinutes(1)), Pace.PerMinuteInGroup - 2, Pace.PerMinuteInGroup);
        Assert.True(times[^1] < TimeSpan.FromMinutes(7));
    }

    [Fact]
    public void All_Thousand_NeverMoreThanThirtyInAnySecond()
    {
        var times = Drain(Pace.OfAll, 1000);
        Assert.InRange(MostWithin(times, TimeSpan.FromSeconds(1)), 25, Pace.PerSecondInAll);
        Assert.True(times[^1] < TimeSpan.FromSeconds(41));
    }

    [Fact]
    public void Allowance_AfterARest_AllowsABurstAgain()
    {
        var spent = Pace.Of(Person).Taken(TimeSpan.Zero).Taken(TimeSpan.Zero).Taken(TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromSeconds(1), spent.NextAt(TimeSpan.Zero));
        Assert.False(spent.IsWhole(TimeSpan.FromSeconds(2)));
        Assert.True(spent.IsWhole(TimeSpan.FromSeconds(3)));
        Assert.Equal(3, Drain(spent, 3, TimeSpan.FromSeconds(60)).Count(static time => time == TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void Allowance_Paused_AllowsNothingUntilThenAndNoBurstAfter()
    {
        var paused = Pace.Of(Person).PausedUntil(TimeSpan.FromSeconds(30));
        Assert.Equal([30, 31, 32], Drain(paused, 3).Select(static time => time.TotalSeconds));
    }

    private static List<TimeSpan> Drain(Allowance allowance, int count, TimeSpan from = default)
    {
        List<TimeSpan> times = [];
        for (var now = from; times.Count < count;)
        {
            now = allowance.NextAt(now);
            allowance = allowance.Taken(now);
            times.Add(now);
        }

        return times;
    }

    private static int MostWithin(List<TimeSpan> times, TimeSpan window) => times.Max(from => times.Count(time => time >= from && time < from + window));
}
