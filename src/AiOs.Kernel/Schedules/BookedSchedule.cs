using AiOs.Contracts.Schedules;

namespace AiOs.Kernel.Schedules;

/// <summary>A schedule as it is written down, whether it runs or not.</summary>
/// <param name="Plan">The schedule.</param>
/// <param name="IsOn">Whether the operator did not stop it.</param>
/// <param name="Fault">Why it cannot run; nothing where it can.</param>
internal sealed record BookedSchedule(PlannedSchedule Plan, bool IsOn, string? Fault)
{
    public bool Runs => IsOn && Fault is null;
}
