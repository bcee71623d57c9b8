using AiOs.Simulation.Scheduling;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Hosts;

/// <summary>One machine, start after start.</summary>
internal sealed class SimHost(World world, int number)
{
    private readonly List<HostStart> _starts = [];

    public string Name => number == 0 ? "A" : "B";

    public Skew Skew { get; } = new();

    public HostStart? Running { get; private set; }

    public int Starts => _starts.Count;

    /// <summary>Starts it unless it runs.</summary>
    /// <returns>The start that runs, which may not be open yet.</returns>
    public HostStart Start()
    {
        if (Running is { } running)
        {
            return running;
        }

        var lane = new Lane(world.Scheduler, $"host {Name} start {_starts.Count + 1}");
        var boundary = new HostBoundary(world.Scheduler, lane, () => Crash(Happening.BoundaryCrash));
        var clock = new HostClock(world.Clock, world.Scheduler, lane, Skew);
        var entropy = new DiceEntropy(Dice.For(world.Script.Seed, number, _starts.Count, 77), world.Scheduler);
        var start = new HostStart(lane, boundary, HostParts.Make(world, lane, world.Store.GateOf(lane), boundary, clock, entropy));
        _starts.Add(start);
        Running = start;
        world.Scheduler.Post(lane, () => _ = start.OpenAsync(() => End(start)));
        return start;
    }

    /// <summary>It ends without a word: nothing of it runs any more.</summary>
    /// <param name="how">What is counted.</param>
    public void Crash(Happening how)
    {
        if (Running is { } running)
        {
            world.Tally.Count(how);
            End(running);
        }
    }

    /// <summary>It ends in good order.</summary>
    public void Stop()
    {
        if (Running is { } running)
        {
            world.Tally.Count(Happening.Restart);
            world.Scheduler.Post(running.Lane, () => _ = StopAsync(running));
        }
    }

    private async Task StopAsync(HostStart start)
    {
        await start.Workspace.DisposeAsync();
        End(start);
    }

    private void End(HostStart start)
    {
        start.Lane.Kill();
        world.Clock.RemoveAll(start.Lane);
        if (Running == start)
        {
            Running = null;
        }
    }
}
