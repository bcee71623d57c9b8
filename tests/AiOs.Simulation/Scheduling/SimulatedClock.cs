namespace AiOs.Simulation.Scheduling;

/// <summary>The time that really passes. It stands still while anything is done and moves only when it is told to.</summary>
internal sealed class SimulatedClock(SimulatedScheduler scheduler, DateTimeOffset start)
{
    private readonly List<SimulatedTimer> _timers = [];
    private readonly List<SimulatedTimer> _graveyard = [];

    public TimeSpan Passed { get; private set; }

    public DateTimeOffset Now => start + Passed;

    /// <summary>Time passes. A timer that would have rung several times rings once, as after a machine slept.</summary>
    /// <param name="by">How much.</param>
    public void Advance(TimeSpan by)
    {
        Passed += by;
        foreach (var timer in _timers.ToArray())
        {
            if (timer.DueAt <= Passed)
            {
                timer.Ring();
            }
        }
    }

    public void Add(SimulatedTimer timer)
    {
        scheduler.CheckThread("a timer");
        if (!_timers.Contains(timer))
        {
            _timers.Add(timer);
        }
    }

    /// <summary>A timer that rests is kept: a finalizer of its owner would speak on another thread.</summary>
    /// <param name="timer">The timer.</param>
    public void Remove(SimulatedTimer timer)
    {
        if (_timers.Remove(timer))
        {
            _graveyard.Add(timer);
        }
    }

    public void RemoveAll(Lane lane)
    {
        foreach (var timer in _timers.Where(timer => timer.Lane == lane).ToArray())
        {
            Remove(timer);
        }
    }

    public void Post(Lane lane, Action act) => scheduler.Post(lane, act);
}
