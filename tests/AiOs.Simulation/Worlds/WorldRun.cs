using AiOs.Simulation.Controls;
using AiOs.Simulation.Scripts;

namespace AiOs.Simulation.Worlds;

/// <summary>Plays a script: act after act, then everything heals and time passes until all that can end has ended.</summary>
internal static class WorldRun
{
    private const int MostStepsAtOnce = 20_000;

    /// <summary>More than the lifetime of a card and the most that a clock was ever ahead.</summary>
    private static readonly TimeSpan[] Healing =
    [
        .. Enumerable.Repeat(TimeSpan.FromSeconds(6), 4), .. Enumerable.Repeat(TimeSpan.FromSeconds(70), 3), TimeSpan.FromHours(4), .. Enumerable.Repeat(TimeSpan.FromDays(1.3), 14),
        .. Enumerable.Repeat(TimeSpan.FromSeconds(70), 6), .. Enumerable.Repeat(TimeSpan.FromSeconds(6), 4),
    ];

    public static RunResult Play(Script script, Control? control)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            using var world = new World(script, control);
            world.Tally.Count(Happening.TwoHosts, script.Setting.Hosts - 1);
            Act(world);
            Heal(world);
            if (world.Watch.Violation is null)
            {
                world.Watch.AtEnd();
            }

            if (world.Watch.Violation?.Harm is { } harm)
            {
                world.Tally.Count(harm);
            }

            return new RunResult(world.Watch.Violation, world.Store.Tables.Head.Hash.Hex, world.Tally, world.Scheduler.Steps);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private static void Act(World world)
    {
        foreach (var act in world.Script.Acts)
        {
            act.Do(world);
            Step(world, act.Steps);
            if (world.Watch.Violation is not null)
            {
                return;
            }
        }
    }

    private static void Heal(World world)
    {
        world.IsHealed = true;
        world.Store.Heal();
        world.Outside.Heal();
        foreach (var host in world.Hosts)
        {
            host.Skew.Heal();
            if (host.Running is { } running)
            {
                running.Boundary.CrashAt(int.MaxValue);
            }
        }

        foreach (var pause in Healing)
        {
            foreach (var host in world.Hosts)
            {
                host.Start();
            }

            if (world.Watch.Journal.IsFrozen)
            {
                world.Controller.Resume(world.Hosts[0]);
            }

            foreach (var number in world.Sender.Waiting.ToArray())
            {
                world.Sender.Deliver(world.HostOf(number), number);
            }

            Step(world, MostStepsAtOnce);
            if (world.Watch.Violation is not null)
            {
                return;
            }

            world.Clock.Advance(pause);
        }

        Step(world, MostStepsAtOnce);
    }

    private static void Step(World world, int most)
    {
        for (var step = 0; step < most && world.Watch.Violation is null && world.Scheduler.Step(); step++)
        {
            world.Watch.Look();
        }
    }
}
