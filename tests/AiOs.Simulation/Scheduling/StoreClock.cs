namespace AiOs.Simulation.Scheduling;

/// <summary>The clock of the store that hosts share: it never lies, whatever the hosts' own do.</summary>
/// <param name="clock">The time that really passes.</param>
internal sealed class StoreClock(SimulatedClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.Now;
}
