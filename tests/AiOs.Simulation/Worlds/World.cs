using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Simulation.Controls;
using AiOs.Simulation.Hosts;
using AiOs.Simulation.Invariants.Trust;
using AiOs.Simulation.Outside;
using AiOs.Simulation.People;
using AiOs.Simulation.Scheduling;
using AiOs.Simulation.Scripts;
using AiOs.Simulation.Stores;
using AiOs.Testing.Stores;

namespace AiOs.Simulation.Worlds;

/// <summary>Everything there is in one simulated run.</summary>
internal sealed class World : IDisposable
{
    public World(Script script, Control? control)
    {
        Script = script;
        Control = control;
        Scheduler = new SimulatedScheduler(script.Shuffle == 0 ? Dice.For(script.Seed, 1) : Dice.For(script.Seed, 1, script.Shuffle));
        Outer = new Lane(Scheduler, "the outside");
        Clock = new SimulatedClock(Scheduler, script.Setting.Start);
        Leases = new InMemoryLeases(new StoreClock(Clock));
        Store = new WorldStore(Scheduler, Outer, Tally, exclusive: script.Setting.Hosts == 1, script.Setting.RemoteStore);
        Outside = new OutsideWorld(Clock, Outer, Scheduler, Tally);
        Keys = HostParts.MakeKeys(script.Seed);
        Settings = HostParts.MakeSettings(script.Setting.SummerTime);
        Agent = new SimAgent(this);
        Intake = new SimIntake(script.Seed);
        Hosts = [.. Enumerable.Range(0, script.Setting.Hosts).Select(number => new SimHost(this, number))];
        Sender = new Sender(this);
        Operator = new Operator(this);
        Controller = new Controller(this);
        Ledger = new LedgerIsSame(Settings.TimeZone, Tally);
        Watch = new Watch(this);
        Outside.Called += call => Watch.OnCalled(call);
        Outside.Skipped += effect => Watch.OnSkipped(effect);
        Outside.Done += call => Watch.OnApplied(call);
    }

    public Script Script { get; }

    public Control? Control { get; }

    public Tally Tally { get; } = new();

    public SimulatedScheduler Scheduler { get; }

    public SimulatedClock Clock { get; }

    /// <summary>What no crash of a host ends.</summary>
    public Lane Outer { get; }

    public WorldStore Store { get; }

    public InMemoryLeases Leases { get; }

    public InMemoryBlobStore Blobs { get; } = new();

    public InMemoryHeadCopies Heads { get; } = new();

    public OutsideWorld Outside { get; }

    public WorkspaceKeys Keys { get; }

    public WorkspaceSettings Settings { get; }

    public SimAgent Agent { get; }

    public SimIntake Intake { get; }

    public IReadOnlyList<SimHost> Hosts { get; }

    public Sender Sender { get; }

    public Operator Operator { get; }

    public Controller Controller { get; }

    /// <summary>Also gives hosts snapshots to start from, since a world is too short for the kernel to write one.</summary>
    public LedgerIsSame Ledger { get; }

    public Watch Watch { get; }

    /// <summary>Whether all faults are over and only time is still needed.</summary>
    public bool IsHealed { get; set; }

    /// <summary>A wait of a host, which its death ends for ever.</summary>
    /// <param name="lane">Whose.</param>
    /// <param name="delay">How long.</param>
    /// <returns>When it is over.</returns>
    public Task PauseAsync(Lane lane, TimeSpan delay)
    {
        var over = new TaskCompletionSource();
        Outside.After(delay, () => Outside.Reply(lane, () => over.TrySetResult()));
        return over.Task;
    }

    public SimHost HostOf(int number) => Hosts[number % Hosts.Count];

    public void Dispose()
    {
        Scheduler.Close();
        Keys.Dispose();
    }
}
