namespace AiOs.Kernel.Chat.Boards;

/// <summary>What failed and is left alone for a while: longer each time, a minute at most. Holds only what fails at present.</summary>
internal sealed class Pauses(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (int Times, DateTimeOffset Until)> _failing = [];

    public bool Rests(string what) => _failing.TryGetValue(what, out var pause) && time.GetUtcNow() < pause.Until;

    /// <summary>Whether something may be tried again now, also where what failed works again by itself.</summary>
    public bool AnyIsOver => _failing.Count == 0 || _failing.Values.Any(pause => pause.Until <= time.GetUtcNow());

    /// <summary>How long until the first of them is over.</summary>
    public TimeSpan UntilNext => _failing.Count == 0 ? Longest : _failing.Values.Min(pause => pause.Until) - time.GetUtcNow();

    /// <summary>It failed.</summary>
    /// <returns>How often it has in a row.</returns>
    public int Fail(string what)
    {
        var times = _failing.GetValueOrDefault(what).Times + 1;
        var pause = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(times - 1, 6)));
        _failing[what] = (times, time.GetUtcNow() + pause);
        return times;
    }

    public void Succeed(string what) => _failing.Remove(what);

    /// <summary>What was over by then and did not fail again does not fail any more.</summary>
    public void ForgetOver(DateTimeOffset then)
    {
        foreach (var (what, pause) in _failing)
        {
            if (pause.Until <= then)
            {
                _failing.Remove(what);
            }
        }
    }

    public void Clear() => _failing.Clear();
}
