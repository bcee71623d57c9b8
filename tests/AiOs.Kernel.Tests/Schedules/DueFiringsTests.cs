using System.Globalization;
using AiOs.Contracts.Schedules;
using AiOs.Jobs;
using AiOs.Kernel.Schedules;
using FsCheck;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Schedules;

/// <summary>Each due moment is dealt with exactly once, whatever the looks at the clock, the outages and the changes of the clock.</summary>
public sealed class DueFiringsTests
{
    private static readonly QuartzCron Cron = new();

    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Santiago"];

    [Theory]
    [InlineData("0 0 9 * * ?", CatchUp.Once, "2026-11-20T09:00:00Z", "2026-11-21T08:59:59Z", null, 0, 0)]
    [InlineData("0 0 9 * * ?", CatchUp.Once, "2026-11-20T09:00:00Z", "2026-11-21T09:00:00Z", "2026-11-21T09:00:00Z", 0, 0)]
    [InlineData("0 0 9 * * ?", CatchUp.Once, "2026-11-20T09:00:00Z", "2026-11-23T15:00:00Z", "2026-11-23T09:00:00Z", 2, 0)]
    [InlineData("0 0 9 * * ?", CatchUp.Skip, "2026-11-20T09:00:00Z", "2026-11-23T15:00:00Z", null, 0, 3)]
    [InlineData("0 0 9 * * ?", CatchUp.Skip, "2026-11-20T09:00:00Z", "2026-11-23T09:02:00Z", "2026-11-23T09:00:00Z", 0, 2)]
    [InlineData("0 0 9 * * ?", CatchUp.Skip, "2026-11-20T09:00:00Z", "2026-11-23T09:02:01Z", null, 0, 3)]
    [InlineData("* * * * * ?", CatchUp.Skip, "2026-11-20T09:00:00Z", "2026-11-20T09:00:30Z", "2026-11-20T09:00:30Z", 29, 0)]
    [InlineData("* * * * * ?", CatchUp.Once, "2025-11-20T09:00:00Z", "2026-11-20T09:00:00Z", "2026-11-20T09:00:00Z", 1000, 0)]
    public void Of_OutagesShortAndLong_FiresTheNewestOnce(string cron, CatchUp catchUp, string last, string now, string? fires, int missed, int skipped)
    {
        var due = DueFirings.Of(Cron, PlanOf(cron, catchUp), TimeZoneInfo.Utc, At(last), At(now));

        Assert.Equal(fires is null ? null : At(fires), due?.Fires);
        Assert.Equal((missed, skipped), (due?.StandsFor.Count ?? 0, due?.Skipped.Count ?? 0));
    }

    /// <summary>In Berlin 2:30 does not exist on 28 March 2027 and comes twice on 31 October 2027: one firing on each local day.</summary>
    [Theory]
    [InlineData("2027-03-26", "2027-03-31")]
    [InlineData("2027-10-29", "2027-11-03")]
    public void Of_AChangeOfTheClock_FiresOnceOnEachDay(string from, string to)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var fired = new List<DateTimeOffset>();
        var last = At(from + "T00:00:00+01:00");
        for (var now = last; now < At(to + "T00:00:00+01:00"); now = now.AddMinutes(1))
        {
            if (DueFirings.Of(Cron, PlanOf("0 30 2 * * ?", CatchUp.Skip), zone, last, now) is { Fires: { } fires } due)
            {
                fired.Add(fires);
                last = due.Last;
            }
        }

        Assert.Equal(5, fired.Count);
        Assert.Equal(5, fired.Select(moment => TimeZoneInfo.ConvertTime(moment, zone).Date).Distinct().Count());
    }

    [Property(MaxTest = 60)]
    public void Of_AnyCronAndOutages_DealsWithEachMomentOnce(DoNotSize<int> seed)
    {
        var dice = new Random(seed.Item);
        var (plan, zone) = (PlanOf(CronOf(dice), dice.Next(2) == 0 ? CatchUp.Once : CatchUp.Skip), TimeZoneInfo.FindSystemTimeZoneById(Zones[dice.Next(Zones.Length)]));
        var start = At("2027-01-01T00:00:00Z").AddDays(dice.Next(300)).AddSeconds(dice.Next(86_400));
        var (last, now) = (start, start);
        var (dealt, fired) = (new List<DateTimeOffset>(), 0);
        for (var look = 0; look < 60; look++)
        {
            now += dice.Next(12) == 0 ? TimeSpan.FromHours(dice.Next(1, 150)) : TimeSpan.FromSeconds(dice.Next(1, 4000));
            if (DueFirings.Of(Cron, plan, zone, last, now) is { } due)
            {
                dealt.AddRange(due.Skipped);
                dealt.AddRange(due.StandsFor);
                dealt.AddRange(due.Fires is { } fires ? [fires] : Array.Empty<DateTimeOffset>());
                fired += due.Fires is null ? 0 : 1;
                Assert.True(plan.CatchUp is CatchUp.Skip || due is { Fires: not null, Skipped.Count: 0 }, "one that catches up left a moment out");
                Assert.True(due.Last > last && due.Last <= now, "the mark does not move on");
                last = due.Last;
            }
        }

        Assert.Equal(Moments(plan.Cron, zone, start, now), dealt);
        Assert.True(fired <= 60);
    }

    private static List<DateTimeOffset> Moments(string cron, TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to)
    {
        var all = new List<DateTimeOffset>();
        for (var next = Cron.Next(cron, zone, from); next <= to; next = Cron.Next(cron, zone, next.Value))
        {
            all.Add(next.Value);
        }

        return all;
    }

    private static string CronOf(Random dice) => dice.Next(5) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"0 {dice.Next(60)} {dice.Next(24)} * * ?"),
        1 => string.Create(CultureInfo.InvariantCulture, $"0 {dice.Next(60)} {dice.Next(4)} ? * {dice.Next(1, 8)}"),
        2 => string.Create(CultureInfo.InvariantCulture, $"0 0/{dice.Next(15, 60)} * * * ?"),
        3 => string.Create(CultureInfo.InvariantCulture, $"0 {dice.Next(60)} {dice.Next(24)} {dice.Next(1, 32)} * ?"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{dice.Next(60)} {dice.Next(60)} 1,2,3 * * ?"),
    };

    private static PlannedSchedule PlanOf(string cron, CatchUp catchUp) => new("probe", cron, FiringKind.Job, "probe", catchUp, "a test");

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
