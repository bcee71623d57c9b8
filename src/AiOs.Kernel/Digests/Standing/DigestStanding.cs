using AiOs.Contracts.Desk;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;

namespace AiOs.Kernel.Digests.Standing;

/// <summary>How things stand at the moment of a digest.</summary>
internal sealed record DigestStanding
{
    /// <summary>What waits longest; decisions before questions, and those before what nobody can tell.</summary>
    public IReadOnlyList<WaitingItem> Oldest { get; init; } = [];

    public int Decisions { get; init; }

    public int Questions { get; init; }

    public int Unknown { get; init; }

    /// <summary>How many of those that wait are about an outside system that says something else than a Record.</summary>
    public int Drift { get; init; }

    /// <summary>How many decisions become a no within a day.</summary>
    public int ExpireSoon { get; init; }

    /// <summary>How many work items go on by themselves within a day.</summary>
    public int WakeSoon { get; init; }

    /// <summary>What is offered to run unasked.</summary>
    public IReadOnlyList<AutonomyView> Offers { get; init; } = [];

    /// <summary>What comes by the clock within a day, the soonest first.</summary>
    public IReadOnlyList<NextDue> Next { get; init; } = [];

    /// <summary>How many calls of models are over of which nobody told the cost.</summary>
    public int UntoldCalls { get; init; }

    /// <summary>The most that those can have cost.</summary>
    public IReadOnlyList<Money> UntoldCost { get; init; } = [];

    public string? FrozenBecause { get; init; }

    public required JournalHead Head { get; init; }

    public int Waiting => Decisions + Questions + Unknown;
}
