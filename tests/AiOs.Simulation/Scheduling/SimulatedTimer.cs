namespace AiOs.Simulation.Scheduling;

/// <summary>A timer of one host. It counts the time that passes, whatever the host's clock says.</summary>
internal sealed class SimulatedTimer(SimulatedClock clock, Lane lane, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private int _changes;

    public Lane Lane { get; } = lane;

    public TimeSpan? DueAt { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _changes++;
        _period = period;
        Arm(dueTime);
        return true;
    }

    public void Ring()
    {
        var changes = _changes;
        Arm(_period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan);
        clock.Post(Lane, () =>
        {
            if (_changes == changes)
            {
                callback(state);
            }
        });
    }

    public void Dispose()
    {
        _changes++;
        DueAt = null;
        clock.Remove(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Arm(TimeSpan dueTime)
    {
        DueAt = dueTime < TimeSpan.Zero || Lane.IsDead ? null : clock.Passed + dueTime;
        if (DueAt is null)
        {
            clock.Remove(this);
            return;
        }

        clock.Add(this);
        if (dueTime == TimeSpan.Zero)
        {
            Ring();
        }
    }
}
