using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Ledger;

public sealed class WorkspaceLedgerTests
{
    private static readonly WorkspaceLedger Empty = new();

    [Fact]
    public void Apply_WhatChangesNothing_IsTheSameLedger()
    {
        JournalEvent[] others = [.. EventSamples.All.Where(happened => happened is NoteKept or RecordWritten or WorkItemOpened or MessageReceived or QuestionAsked or WorkspaceResumed)];

        Assert.True(others.Length >= 6);
        Assert.All(others, happened => Assert.Same(Empty, Apply(Empty, happened)));
    }

    [Fact]
    public void Apply_WhatChangesOnePart_LeavesTheOthers()
    {
        var frozen = Apply(Empty, new WorkspaceFrozen(ChannelName.Web, "operator"));
        var spent = Apply(frozen, new ModelMoneyReserved(new CommitId(Facts.Id(1)), AgentName.Execution, new Money(5, "EUR"), Some.Moment));

        Assert.Equal("operator", frozen.Frozen!.By);
        Assert.Equal((true, true, true), (ReferenceEquals(frozen.Budget, Empty.Budget), ReferenceEquals(frozen.Autonomy, Empty.Autonomy), ReferenceEquals(frozen.Interruptions, Empty.Interruptions)));
        Assert.True(spent.Budget.Model.Holds(new CommitId(Facts.Id(1))));
        Assert.Same(frozen.Frozen, spent.Frozen);
        Assert.Null(Apply(spent, new WorkspaceResumed(ChannelName.Web, "operator")).Frozen);
    }

    /// <summary>Half past eleven in the evening in UTC is the next day in Berlin.</summary>
    [Fact]
    public void Apply_Question_CountsOnTheOperatorsDay()
    {
        var asked = EventSamples.All.OfType<ApprovalRequested>().First() with { Quiet = null };
        var late = new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero);
        var ledger = Empty.Apply(asked, late, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

        Assert.Equal([new DateOnly(2026, 11, 23)], ledger.Interruptions.Days.Keys);
    }

    private static WorkspaceLedger Apply(WorkspaceLedger ledger, JournalEvent happened) => ledger.Apply(happened, Some.Moment, TimeZoneInfo.Utc);
}
