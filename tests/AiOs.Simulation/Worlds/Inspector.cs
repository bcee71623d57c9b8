using AiOs.Contracts.Desk;
using AiOs.Kernel.Hosting;
using AiOs.Simulation.Hosts;
using AiOs.Simulation.Scheduling;
using AiOs.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Simulation.Worlds;

/// <summary>A kernel that only looks: straight at the tables, without faults, in the middle of everything.</summary>
internal static class Inspector
{
    public static string? RebuildFault(World world)
    {
        var (same, commits) = Finished(ServicesOf(world).GetRequiredService<Workspace>().RebuildAsync(CancellationToken.None));
        return same ? null : $"The rows beside the journal are not what a rebuild makes of its {commits} commits.";
    }

    public static string? ChainFault(World world)
    {
        var report = Finished(ServicesOf(world).GetRequiredService<IDesk>().VerifyAsync(CancellationToken.None));
        return report.Ok ? null : report.Sentence;
    }

    private static IServiceProvider ServicesOf(World world)
    {
        var lane = new Lane(world.Scheduler, "the inspector");
        var boundary = new HostBoundary(world.Scheduler, lane, () => { });
        var clock = new HostClock(world.Clock, world.Scheduler, lane, new Skew());
        return HostParts.Make(world, lane, new StraightGate(world.Store.Tables), boundary, clock, new DiceEntropy(Dice.For(world.Script.Seed, 13), world.Scheduler));
    }

    private static T Finished<T>(Task<T> task) =>
        task.IsCompleted ? task.GetAwaiter().GetResult() : throw new InvalidOperationException("What only reads the tables waited for something.");
}
