namespace AiOs.Simulation.Scheduling;

/// <summary>How wrong the clock of one machine is. It outlives the host's starts.</summary>
internal sealed class Skew
{
    public TimeSpan Offset { get; private set; }

    public DateTimeOffset? FrozenAt { get; private set; }

    /// <summary>It never goes further than a day from the truth.</summary>
    /// <param name="by">How far it jumps.</param>
    public void Jump(TimeSpan by) =>
        Offset = TimeSpan.FromTicks(Math.Clamp((Offset + by).Ticks, -TimeSpan.TicksPerDay, TimeSpan.TicksPerDay));

    public void Freeze(DateTimeOffset at) => FrozenAt = at + Offset;

    public void Thaw() => FrozenAt = null;

    public void Heal()
    {
        Offset = TimeSpan.Zero;
        FrozenAt = null;
    }
}
