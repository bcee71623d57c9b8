using AiOs.Kernel.Timing;

namespace AiOs.Testing.Kernel;

/// <summary>
/// Ends a process at a boundary. Once it is dead every further boundary throws too: a dead process writes nothing and calls nobody.
/// </summary>
internal sealed class CrashBoundary : IBoundary
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _crossed = [];

    /// <summary>At which crossing it ends; 1 is the first. Nothing: it never does.</summary>
    public int? CrashAt { get; init; }

    /// <summary>Done when the process has ended.</summary>
    public Task Crashed => _crashed.Task;

    /// <summary>Every boundary crossed alive.</summary>
    public IReadOnlyList<string> Crossed
    {
        get
        {
            lock (_gate)
            {
                return [.. _crossed];
            }
        }
    }

    /// <summary>Ends the process now.</summary>
    public void Die() => _crashed.TrySetResult();

    public void Cross(string name)
    {
        lock (_gate)
        {
            if (!_crashed.Task.IsCompleted && _crossed.Count + 1 != CrashAt)
            {
                _crossed.Add(name);
                return;
            }
        }

        Die();
        throw new CrashException();
    }
}
