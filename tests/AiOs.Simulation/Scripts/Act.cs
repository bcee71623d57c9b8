using AiOs.Contracts.Ids;
using AiOs.Simulation.Outside;
using AiOs.Simulation.People;
using AiOs.Simulation.Worlds;
using AiOs.Testing.Stores;

namespace AiOs.Simulation.Scripts;

/// <summary>One thing that is done to a world, and how many steps the world then takes.</summary>
internal abstract record Act
{
    private Act()
    {
    }

    public required int Steps { get; init; }

    public abstract string Says { get; }

    public abstract void Do(World world);

    private static string NameOf(int host) => host == 0 ? "A" : "B";

    public sealed record Deliver(int Message, int Host) : Act
    {
        public override string Says => FormattableString.Invariant($"deliver message {Message} to {NameOf(Host)}");

        public override void Do(World world) => world.Sender.Deliver(world.HostOf(Host), Message);
    }

    public sealed record Refuse(int Message, int Host) : Act
    {
        public override string Says => FormattableString.Invariant($"{NameOf(Host)} refuses a message ({Message}) that is too large");

        public override void Do(World world) => world.Sender.Refuse(world.HostOf(Host), Message);
    }

    public sealed record Tap(TapKind Kind, int Pick, int Host) : Act
    {
        public override string Says => FormattableString.Invariant($"operator at {NameOf(Host)}: {Kind} (pick {Pick})");

        public override void Do(World world) => world.Operator.Tap(world.HostOf(Host), Kind, Pick);
    }

    public sealed record Crash(int Host) : Act
    {
        public override string Says => $"crash {NameOf(Host)}";

        public override void Do(World world) => world.HostOf(Host).Crash(Happening.Crash);
    }

    public sealed record CrashAt(int Host, int Crossing) : Act
    {
        public override string Says => FormattableString.Invariant($"let {NameOf(Host)} crash at its boundary {Crossing} from here");

        public override void Do(World world) => world.HostOf(Host).Start().Boundary.CrashAt(Crossing);
    }

    public sealed record Restart(int Host) : Act
    {
        public override string Says => $"stop {NameOf(Host)} in good order";

        public override void Do(World world) => world.HostOf(Host).Stop();
    }

    public sealed record StoreFails(StoreFault Fault, int ThenAway) : Act
    {
        public override string Says => FormattableString.Invariant($"the next write of the store: {Fault}, and it is away for {ThenAway} operations after it");

        public override void Do(World world) => world.Store.FailNext(Fault, ThenAway);
    }

    public sealed record StoreAway(int Operations) : Act
    {
        public override string Says => FormattableString.Invariant($"the store is away for {Operations} operations");

        public override void Do(World world) => world.Store.GoAway(Operations);
    }

    public sealed record StoreFull(int Writes) : Act
    {
        public override string Says => FormattableString.Invariant($"the disk is full for {Writes} writes");

        public override void Do(World world) => world.Store.FillUp(Writes);
    }

    public sealed record ProviderFails(EffectKind Kind, ProviderFault Fault) : Act
    {
        public override string Says => $"the next call of {Kind}: {Fault}";

        public override void Do(World world) => world.Outside.FailNext(Kind, Fault);
    }

    public sealed record Wait(TimeSpan For) : Act
    {
        public override string Says => $"{For:c} pass";

        public override void Do(World world) => world.Clock.Advance(For);
    }

    public sealed record Jump(int Host, TimeSpan By) : Act
    {
        public override string Says => $"the clock of {NameOf(Host)} jumps by {By:c}";

        public override void Do(World world)
        {
            world.Tally.Count(Happening.ClockJump);
            world.HostOf(Host).Skew.Jump(By);
        }
    }

    public sealed record Freeze(int Host, bool Stands) : Act
    {
        public override string Says => $"the clock of {NameOf(Host)} {(Stands ? "stands still" : "goes on")}";

        public override void Do(World world)
        {
            var skew = world.HostOf(Host).Skew;
            if (Stands)
            {
                world.Tally.Count(Happening.ClockFrozen);
                skew.Freeze(world.Clock.Now);
            }
            else
            {
                skew.Thaw();
            }
        }
    }

    public sealed record LookUpFails(EffectKind Kind, LookUpFault Fault) : Act
    {
        public override string Says => $"the next question about {Kind}: {Fault}";

        public override void Do(World world) => world.Outside.FailNextLookUp(Kind, Fault);
    }

    public sealed record Hold(int Host, bool Holds) : Act
    {
        public override string Says => $"operator at {NameOf(Host)}: /{(Holds ? "freeze" : "resume")}";

        public override void Do(World world)
        {
            if (Holds)
            {
                world.Controller.Freeze(world.HostOf(Host));
            }
            else
            {
                world.Controller.Resume(world.HostOf(Host));
            }
        }
    }

    public sealed record Policy(int Host, int Number) : Act
    {
        public override string Says => FormattableString.Invariant($"operator at {NameOf(Host)} loads policy {Number}");

        public override void Do(World world) => world.Controller.Load(world.HostOf(Host), Number);
    }

    public sealed record Autonomy(int Host, bool Accepts, int Pick) : Act
    {
        public override string Says => FormattableString.Invariant($"operator at {NameOf(Host)}: /autonomy {(Accepts ? "accept" : "revoke")} (pick {Pick})");

        public override void Do(World world) => world.Controller.SetAutonomy(world.HostOf(Host), Accepts, Pick);
    }

    public sealed record Models(int Host, int Calls, int Pick) : Act
    {
        public override string Says => FormattableString.Invariant($"{Calls} agents at {NameOf(Host)} call models at once (pick {Pick})");

        public override void Do(World world) => world.Controller.CallModels(world.HostOf(Host), Calls, Pick);
    }
}
