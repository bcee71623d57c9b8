using System.Security.Cryptography;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Leases;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Timing;
using AiOs.Simulation.Outside;
using AiOs.Simulation.Scheduling;
using AiOs.Simulation.Stores;
using AiOs.Simulation.Worlds;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Simulation.Hosts;

/// <summary>Puts the real kernel together over the parts of a world.</summary>
internal static class HostParts
{
    /// <summary>One for all worlds, and always the same, since its public half stands in the journal.</summary>
    private static readonly byte[] HeadKey = MakeHeadKey();

    public static WorkspaceKeys MakeKeys(long seed)
    {
        var master = new byte[WorkspaceKeys.MasterLength];
        Dice.For(seed, 11).Fill(master);
        return new WorkspaceKeys(master, HeadKey);
    }

    public static WorkspaceSettings MakeSettings(bool summerTime) => new()
    {
        Id = new WorkspaceId("sim"),
        TimeZone = summerTime ? TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna") : TimeZoneInfo.Utc,
        Currency = "EUR",
    };

    public static IServiceProvider Make(World world, Lane lane, IStoreGate gate, IBoundary boundary, TimeProvider clock, IEntropy entropy)
    {
        var services = new ServiceCollection();
        services.AddSingleton(boundary);
        services.AddSingleton<IJournalStore>(StoreOf(world, gate));
        services.AddSingleton<ILeases>(world.Leases);
        services.AddSingleton<IBlobStore>(world.Blobs);
        services.AddSingleton<ICursors>(new InMemoryCursors());
        services.AddSingleton<IHeadCopies>(world.Heads);
        services.AddSingleton(entropy);
        services.AddSingleton(clock);
        services.AddSingleton<IIntake>(world.Intake);
        services.AddSingleton<IAgent>(world.Agent);
        services.AddSingleton(world.Keys);
        services.AddSingleton(world.Settings);
        foreach (var kind in OutsideKind.All)
        {
            services.AddSingleton<IEffectConnector>(new Provider(kind, world.Outside, lane));
        }

        services.AddKernel();
        if (gate is not StraightGate)
        {
            world.Control?.Break(services);
        }

        return new Wiring(services);
    }

    private static GatedStore StoreOf(World world, IStoreGate gate) => gate is StraightGate
        ? new GatedStore(gate, world.Store.IsExclusive, mayReplace: false, () => null)
        : new GatedStore(world.Control?.Gate(gate) ?? gate, world.Store.IsExclusive, mayReplace: true, () => world.Ledger.Snapshot(world.Control?.Snapshot));

    /// <summary>The scalar is a hash, so that no key lies in the source and every process has the same.</summary>
    private static byte[] MakeHeadKey()
    {
        var scalar = SHA256.HashData("the simulation's head key"u8);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
        return key.ExportPkcs8PrivateKey();
    }
}
