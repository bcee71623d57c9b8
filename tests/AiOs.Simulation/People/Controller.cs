using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Models;
using AiOs.Simulation.Hosts;
using AiOs.Simulation.Scheduling;
using AiOs.Simulation.Scripts;
using AiOs.Simulation.Worlds;
using AiOs.Testing.Kernel;

namespace AiOs.Simulation.People;

/// <summary>Whoever holds the whole workspace: freezes it, changes its policy, gives and takes autonomy, and lets agents call models side by side.</summary>
internal sealed class Controller(World world)
{
    private static readonly ChannelName Web = ChannelName.Web;

    public void Freeze(SimHost host) => Post(host, async start =>
    {
        world.Watch.Look();
        var resumes = world.Watch.Journal.Resumes;
        if ((await start.Controls.FreezeAsync(Web, "operator", CancellationToken.None)).Accepted)
        {
            world.Watch.OnFreezeTold(resumes);
        }
    });

    public void Resume(SimHost host) => Post(host, start => start.Controls.ResumeAsync(Web, "operator", CancellationToken.None));

    public void Load(SimHost host, int number) => Post(host, async start =>
    {
        var outcome = await start.Controls.LoadPolicyAsync(PolicyPlan.Of(world.Script.Seed, number).Text, CancellationToken.None);
        if (!outcome.Accepted)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"a good policy is refused at line {outcome.Line}: {outcome.Sentence}"));
        }
    });

    public void SetAutonomy(SimHost host, bool accept, int pick) => Post(host, async start =>
    {
        var all = await start.Controls.AutonomyAsync(CancellationToken.None);
        var some = all.Where(one => one.State == (accept ? "offered" : "granted")).ToArray();
        if (some.Length > 0)
        {
            await start.Controls.SetAutonomyAsync(some[pick % some.Length].Name, accept, Web, "operator", CancellationToken.None);
        }
    });

    /// <summary>Several agents call models at once; each tells afterwards what it really cost, unless its host dies.</summary>
    /// <param name="host">Where.</param>
    /// <param name="calls">How many.</param>
    /// <param name="pick">Decides what they cost.</param>
    public void CallModels(SimHost host, int calls, int pick)
    {
        for (var call = 0; call < calls; call++)
        {
            var dice = Dice.For(world.Script.Seed, 23, pick, call);
            Post(host, start => CallModelAsync(start, dice));
        }
    }

    private async Task CallModelAsync(HostStart start, Dice dice)
    {
        var most = new ExactMoney((dice.Between(20, 110) * ExactMoney.PerMinor) - dice.Between(0, 999_999), "EUR");
        var agent = dice.Chance(50) ? AgentName.Execution : AgentName.Intake;
        switch (await start.Meter.ReserveAsync(new ModelCall(agent, most, TimeSpan.FromMinutes(1)), CancellationToken.None))
        {
            case ModelLeave.Granted leave:
                world.Tally.Count(Happening.ModelReserved);
                await world.PauseAsync(start.Lane, TimeSpan.FromSeconds(dice.Between(1, 60)));
                await start.Meter.SettleAsync(leave, new ModelUse(most with { Billionths = dice.Between(0, (int)most.RoundedUp.Minor - 1) * ExactMoney.PerMinor }, "answered"), CancellationToken.None);
                break;
            default:
                world.Tally.Count(Happening.ModelRefused);
                break;
        }
    }

    private void Post(SimHost host, Func<HostStart, Task> act)
    {
        var start = host.Start();
        world.Scheduler.Post(start.Lane, () => _ = RunAsync(start, act));
    }

    private async Task RunAsync(HostStart start, Func<HostStart, Task> act)
    {
        await start.Opened;
        try
        {
            await act(start);
        }
        catch (Exception fault) when (fault is AiOsException or CrashException)
        {
            // Told to try again, and may.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            world.Watch.OnUnforeseen("the controls", fault);
        }
    }
}
