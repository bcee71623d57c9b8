using AiOs.Kernel.Timing;
using AiOs.Simulation.Scheduling;
using AiOs.Testing.Kernel;

namespace AiOs.Simulation.Hosts;

/// <summary>Ends one start of a host at a boundary; a dead one crosses none.</summary>
internal sealed class HostBoundary(SimulatedScheduler scheduler, Lane lane, Action crash) : IBoundary
{
    private int? _left;

    public void CrashAt(int crossing) => _left = crossing;

    public void Cross(string name)
    {
        scheduler.CheckThread("a boundary");
        if (!lane.IsDead && _left is { } left)
        {
            _left = left - 1;
            if (left <= 1)
            {
                crash();
            }
        }

        if (lane.IsDead)
        {
            throw new CrashException();
        }
    }
}
