using AiOs.Testing.Kernel;

namespace AiOs.Simulation.Scheduling;

/// <summary>
/// Runs everything there is on one thread. Which of the ready continuations comes next is for the dice to say,
/// so that every seed is another interleaving and the same seed is the same one.
/// </summary>
internal sealed class SimulatedScheduler(Dice dice)
{
    private readonly List<(Lane Lane, SendOrPostCallback Call, object? State)> _ready = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private volatile string? _fault;
    private volatile bool _closed;

    /// <summary>What broke the rules of the simulation itself, such as a continuation on another thread.</summary>
    public string? Fault => _fault;

    public bool IsIdle => _ready.Count == 0;

    public long Steps { get; private set; }

    /// <summary>Nothing runs after the end of a seed: a finalizer that comes late must not be heard.</summary>
    public void Close() => _closed = true;

    public void Post(Lane lane, SendOrPostCallback call, object? state)
    {
        if (_closed || lane.IsDead)
        {
            return;
        }

        if (IsForeign("a continuation of " + lane.Name))
        {
            // Dropped, and told by the watch: to throw here would end the process from the thread pool.
            return;
        }

        _ready.Add((lane, call, state));
    }

    public void Post(Lane lane, Action act) => Post(lane, static state => ((Action)state!)(), act);

    public void Drop(Lane lane) => _ready.RemoveAll(work => work.Lane == lane);

    /// <summary>Whoever is called on another thread ran away from the simulation, which is then worth nothing.</summary>
    /// <param name="who">Who was called.</param>
    public void CheckThread(string who)
    {
        if (IsForeign(who))
        {
            throw new InvalidOperationException(_fault);
        }
    }

    private bool IsForeign(string who)
    {
        if (Environment.CurrentManagedThreadId == _thread || _closed)
        {
            return false;
        }

        _fault ??= $"{who} ran on another thread than the simulation's: something escapes to the thread pool, so seeds repeat nothing. {Environment.StackTrace}";
        return true;
    }

    /// <summary>Runs one ready continuation.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Step()
    {
        if (_ready.Count == 0)
        {
            return false;
        }

        Steps++;
        var index = dice.Below(_ready.Count);
        var (lane, call, state) = _ready[index];
        _ready[index] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(lane);
        try
        {
            call(state);
        }
        catch (CrashException)
        {
            // The host died in the middle of this step.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _fault ??= $"A continuation of {lane.Name} threw {fault.GetType().Name}: {fault.Message}";
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        return true;
    }
}
