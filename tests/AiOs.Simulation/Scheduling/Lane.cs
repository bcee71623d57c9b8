namespace AiOs.Simulation.Scheduling;

/// <summary>Where the continuations of one process run: one start of a host, or the world outside. A dead one runs nothing any more.</summary>
internal sealed class Lane(SimulatedScheduler scheduler, string name) : SynchronizationContext
{
    public string Name { get; } = name;

    public bool IsDead { get; private set; }

    public void Kill()
    {
        IsDead = true;
        scheduler.Drop(this);
    }

    public override void Post(SendOrPostCallback d, object? state) => scheduler.Post(this, d, state);

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing in the kernel may wait for another context.");

    public override SynchronizationContext CreateCopy() => this;
}
