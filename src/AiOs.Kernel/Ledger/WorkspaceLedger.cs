using AiOs.Contracts.Events;
using AiOs.Kernel.Autonomy;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Journal.Chain;

namespace AiOs.Kernel.Ledger;

/// <summary>
/// What decisions need to know of the whole workspace, folded from the clear parts of all commits in order. Every decision is made on it
/// at the position that its commit will have, so that a freeze, a cap or a demotion cannot be raced, not even from another host.
/// </summary>
internal sealed record WorkspaceLedger
{
    /// <summary>The last commit that is folded in.</summary>
    public long Position { get; init; }

    /// <summary>Who stopped every effect; nothing in normal times.</summary>
    public FreezeState? Frozen { get; init; }

    public BudgetLedger Budget { get; init; } = new();

    public AutonomyLedger Autonomy { get; init; } = new();

    public Interruptions Interruptions { get; init; } = new();

    public DeviceLedger Devices { get; init; } = new();

    public WorkspaceLedger Apply(Commit commit, TimeZoneInfo zone)
    {
        var ledger = this;
        var local = TimeZoneInfo.ConvertTime(commit.At, zone);
        foreach (var happened in commit.Events)
        {
            ledger = ledger.Apply(happened, commit.At, local);
        }

        return ledger with { Position = commit.Position };
    }

    /// <summary>The ledger after one more event, before its commit is whole; itself where nothing in it changes.</summary>
    public WorkspaceLedger Apply(JournalEvent happened, DateTimeOffset at, TimeZoneInfo zone) =>
        Apply(happened, at, TimeZoneInfo.ConvertTime(at, zone));

    private WorkspaceLedger Apply(JournalEvent happened, DateTimeOffset at, DateTimeOffset local)
    {
        var frozen = Freeze(happened, at);
        var (budget, autonomy, interruptions, devices) = (Budget.Apply(happened, local), Autonomy.Apply(happened, at), Interruptions.Apply(happened, local), Devices.Apply(happened, at));
        return ReferenceEquals(frozen, Frozen) && ReferenceEquals(budget, Budget) && ReferenceEquals(autonomy, Autonomy) && ReferenceEquals(interruptions, Interruptions)
            && ReferenceEquals(devices, Devices)
            ? this
            : this with { Frozen = frozen, Budget = budget, Autonomy = autonomy, Interruptions = interruptions, Devices = devices };
    }

    private FreezeState? Freeze(JournalEvent happened, DateTimeOffset at) => happened switch
    {
        WorkspaceFrozen frozen => new FreezeState(frozen.Channel, frozen.By, at),
        WorkspaceResumed => null,
        _ => Frozen,
    };
}
