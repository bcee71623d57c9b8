using AiOs.Contracts.Desk;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;

namespace AiOs.Kernel.WorkItems;

/// <summary>What is to be done next with a work item.</summary>
internal abstract record Step
{
    private Step()
    {
    }

    /// <summary>Intake reads the message.</summary>
    public sealed record Classify : Step;

    /// <summary>An agent prepares the work.</summary>
    public sealed record Draft : Step;

    /// <summary>The policy looks at each effect.</summary>
    public sealed record Judge : Step;

    /// <summary>The operator is asked what is missing.</summary>
    public sealed record AskForContext : Step;

    /// <summary>The operator is asked what to do, since no agent could prepare it.</summary>
    public sealed record AskForHelp : Step;

    /// <summary>The operator is asked to decide.</summary>
    /// <param name="Tier">1 to 3.</param>
    public sealed record Ask(int Tier) : Step;

    /// <summary>An effect rests before its first attempt, so that it can be stopped.</summary>
    /// <param name="Effect">Which effect.</param>
    /// <param name="Until">Until when.</param>
    public sealed record Hold(EffectAttempt Effect, DateTimeOffset Until) : Step;

    /// <summary>An attempt is made.</summary>
    /// <param name="Effect">Of which effect.</param>
    public sealed record Perform(EffectAttempt Effect) : Step;

    /// <summary>What became of an attempt whose host is gone is found out.</summary>
    /// <param name="Effect">Of which effect.</param>
    public sealed record Probe(EffectAttempt Effect) : Step;

    /// <summary>The outside is asked what became of an attempt whose answer was lost.</summary>
    /// <param name="Effect">Of which effect.</param>
    public sealed record LookUp(EffectAttempt Effect) : Step;

    /// <summary>What was done of a plan is to be taken back, the last first.</summary>
    /// <param name="Effects">What can be taken back.</param>
    public sealed record Compensate(IReadOnlyList<EffectAttempt> Effects) : Step;

    /// <summary>What a question relied on has changed.</summary>
    /// <param name="Approval">Which approval.</param>
    public sealed record Void(Approval Approval) : Step;

    /// <summary>Nobody answered: the next rung of the ladder.</summary>
    /// <param name="Approval">Which approval.</param>
    public sealed record Escalate(Approval Approval) : Step;

    /// <summary>Nobody decided in time.</summary>
    /// <param name="Approval">Which approval.</param>
    public sealed record Expire(Approval Approval) : Step;

    /// <summary>Nothing is left to do.</summary>
    /// <param name="State">How it ends.</param>
    public sealed record Finish(WorkItemState State) : Step;

    /// <summary>Nothing is to be done before somebody acts or this moment comes.</summary>
    /// <param name="Until">When to look again.</param>
    public sealed record Sleep(DateTimeOffset Until) : Step;
}
