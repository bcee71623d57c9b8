using AiOs.Simulation.Scheduling;

namespace AiOs.Simulation.Tests;

/// <summary>The simulation's own rules: one thread, an order per seed, and a clock that moves when it is told to.</summary>
public sealed class SchedulerTests
{
    [Fact]
    public void Post_FromAnotherThread_IsTold()
    {
        var scheduler = new SimulatedScheduler(Dice.For(1));
        var lane = new Lane(scheduler, "a host");
        var thread = new Thread(() => lane.Post(_ => { }, null));
        thread.Start();
        thread.Join();
        Assert.Contains("escapes to the thread pool", scheduler.Fault, StringComparison.Ordinal);
        Assert.True(scheduler.IsIdle);
    }

    [Fact]
    public void Step_OtherSeed_OtherOrder()
    {
        Assert.Equal(OrderOf(1), OrderOf(1));
        Assert.NotEqual(OrderOf(1), OrderOf(2));
    }

    [Fact]
    public void Kill_LaneWithWork_DropsIt()
    {
        var scheduler = new SimulatedScheduler(Dice.For(1));
        var dead = new Lane(scheduler, "dead");
        var ran = 0;
        scheduler.Post(dead, () => ran++);
        dead.Kill();
        scheduler.Post(dead, () => ran++);
        Assert.False(scheduler.Step());
        Assert.Equal(0, ran);
    }

    [Fact]
    public void Advance_PastSeveralPeriods_RingsOnce()
    {
        var scheduler = new SimulatedScheduler(Dice.For(1));
        var lane = new Lane(scheduler, "a host");
        var clock = new SimulatedClock(scheduler, DateTimeOffset.UnixEpoch);
        var rung = 0;
        using var timer = new HostClock(clock, scheduler, lane, new Skew()).CreateTimer(_ => rung++, null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        Assert.False(scheduler.Step());
        clock.Advance(TimeSpan.FromDays(1));
        while (scheduler.Step())
        {
            // All that is ready runs.
        }

        Assert.Equal(1, rung);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(scheduler.Step());
        Assert.Equal(2, rung);
    }

    [Fact]
    public void GetUtcNow_SkewedClock_IsWrongByThatMuch()
    {
        var scheduler = new SimulatedScheduler(Dice.For(1));
        var clock = new SimulatedClock(scheduler, DateTimeOffset.UnixEpoch);
        var skew = new Skew();
        var host = new HostClock(clock, scheduler, new Lane(scheduler, "a host"), skew);
        skew.Jump(TimeSpan.FromHours(-30));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(-1), host.GetUtcNow());
        skew.Freeze(clock.Now);
        clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(-1), host.GetUtcNow());
        Assert.Equal(TimeSpan.FromHours(5).Ticks, host.GetTimestamp());
        skew.Heal();
        Assert.Equal(DateTimeOffset.UnixEpoch.AddHours(5), host.GetUtcNow());
    }

    private static string OrderOf(long seed)
    {
        var scheduler = new SimulatedScheduler(Dice.For(seed));
        var lane = new Lane(scheduler, "a host");
        var order = new List<int>();
        for (var index = 0; index < 12; index++)
        {
            var number = index;
            scheduler.Post(lane, () => order.Add(number));
        }

        while (scheduler.Step())
        {
            // All that is ready runs.
        }

        return string.Join(' ', order);
    }
}
