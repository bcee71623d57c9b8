using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Journal;
using AiOs.Simulation.Models;
using AiOs.Simulation.Outside;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants;

/// <summary>One promise, held against everything that happens. Each answer is a sentence that says what is wrong, or nothing.</summary>
internal abstract class Invariant
{
    /// <summary>What it is called where it is broken.</summary>
    public string Name => GetType().Name;

    /// <summary>What the outside suffers where it is broken, if anything.</summary>
    public virtual Happening? Harm => null;

    /// <summary>A commit is in the store.</summary>
    public virtual string? OnCommit(StoredCommit stored) => null;

    /// <summary>An event is in the store; the models are as they were before it.</summary>
    public virtual string? OnEvent(ItemModel item, SeenEvent seen) => null;

    /// <summary>A call came to the outside. The effect is nothing where the journal does not know it.</summary>
    public virtual string? OnCalled(EffectModel? effect, Applied call) => null;

    /// <summary>Something was really done outside.</summary>
    public virtual string? OnApplied(EffectModel? effect, Applied call, int times) => null;

    /// <summary>A sender was told that a message is kept.</summary>
    public virtual string? OnAcknowledged(JournalModel journal, int number, Receipt receipt) => null;

    /// <summary>A sender was told that a message is refused.</summary>
    public virtual string? OnRefused(JournalModel journal, int refusals) => null;

    /// <summary>The operator was told what became of a tap.</summary>
    public virtual string? OnDecided(JournalModel journal, OperatorDecision decision, DecisionOutcome outcome) => null;

    /// <summary>The world took a step in which the journal grew.</summary>
    public virtual string? OnGrown(World world, StoredCommit last) => null;

    /// <summary>All faults are over, and time enough has passed.</summary>
    public virtual string? AtEnd(World world, JournalModel journal) => null;
}
