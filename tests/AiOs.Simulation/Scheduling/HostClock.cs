namespace AiOs.Simulation.Scheduling;

/// <summary>The clock as one host sees it: it can be wrong, jump and stand still. Timers are not fooled by it.</summary>
internal sealed class HostClock(SimulatedClock clock, SimulatedScheduler scheduler, Lane lane, Skew skew) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        scheduler.CheckThread("the clock");
        return skew.FrozenAt ?? clock.Now + skew.Offset;
    }

    public override long GetTimestamp() => clock.Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        scheduler.CheckThread("a new timer");
        var timer = new SimulatedTimer(clock, lane, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
