using AiOs.Contracts;
using AiOs.Simulation.Scheduling;
using AiOs.Simulation.Worlds;
using AiOs.Testing.Stores;

namespace AiOs.Simulation.Stores;

/// <summary>The one store of a world. It lives on when hosts die, and fails as the script says.</summary>
internal sealed class WorldStore(SimulatedScheduler scheduler, Lane outside, Tally tally, bool exclusive, bool away)
{
    private readonly Queue<(StoreFault Fault, int ThenAway)> _faults = [];
    private int _away;
    private int _full;

    public StoreTables Tables { get; } = new();

    public bool IsExclusive => exclusive;

    /// <summary>Whether replies take a while, as over a network; else everything is done on the caller's thread, as in a file.</summary>
    public bool IsRemote => away;

    /// <summary>The next write goes wrong, and the store may then be away for a while: whoever asks what became of the write gets no answer.</summary>
    /// <param name="fault">How it goes wrong.</param>
    /// <param name="thenAway">For how many operations it is away then.</param>
    public void FailNext(StoreFault fault, int thenAway) => _faults.Enqueue((fault, thenAway));

    public void GoAway(int operations) => _away = operations;

    public void FillUp(int writes) => _full = writes;

    public void Heal()
    {
        _faults.Clear();
        _away = 0;
        _full = 0;
    }

    /// <summary>The way of one start of a host to the tables.</summary>
    /// <param name="lane">The host's lane.</param>
    /// <returns>The gate.</returns>
    public IStoreGate GateOf(Lane lane) => new HostGate(this, scheduler, outside, lane);

    public T Perform<T>(Func<StoreTables, T> use, bool writes)
    {
        if (_away > 0)
        {
            _away--;
            tally.Count(Happening.StoreAway);
            throw new AiOsException("The store is away.") { IsTransient = true };
        }

        return writes ? Write(use) : use(Tables);
    }

    private T Write<T>(Func<StoreTables, T> use)
    {
        if (_full > 0)
        {
            _full--;
            tally.Count(Happening.StoreFull);
            throw new AiOsException("The disk is full.") { IsTransient = true };
        }

        var (fault, thenAway) = _faults.TryDequeue(out var next) ? next : (StoreFault.None, 0);
        _away = Math.Max(_away, thenAway);
        if (fault is not StoreFault.None)
        {
            tally.Count(Happening.StoreFault);
        }

        return fault switch
        {
            StoreFault.TransientBefore => throw new AiOsException("The store refused for now.") { IsTransient = true },
            StoreFault.TakenByAnother => throw new PositionTakenException(),
            StoreFault.Broken => throw new AiOsException("The store refused for good."),
            StoreFault.LostReply => Lose(use, new AiOsException("The reply was lost.") { IsTransient = true }),
            StoreFault.TakenByItself => Lose(use, new PositionTakenException()),
            _ => use(Tables),
        };
    }

    private T Lose<T>(Func<StoreTables, T> use, AiOsException instead)
    {
        use(Tables);
        tally.Count(Happening.LostReply);
        throw instead;
    }
}
