using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Tests.Support;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.WorkItems;

/// <summary>What comes next where several effects, a freeze, a lost ground or a doubt play together.</summary>
public sealed class NextStepOfPlansTests
{
    private static readonly Surroundings Frozen = Items.Normal with { Frozen = true };

    [Fact]
    public void Of_FailureAfterTwoWereDone_TakesBackTheLastFirst()
    {
        var item = Items.Allowed(Undo.Compensable, Undo.Reversible, Undo.Compensable).Apply([.. Items.Done(0), .. Items.Done(1), Items.Requested(2), new EffectFailed(Items.Nth(2), 1, MayRetry: false)], Some.Moment);
        var compensate = Assert.IsType<Step.Compensate>(NextStep.Of(item, Items.Normal));

        Assert.Equal([Items.Nth(1), Items.Nth(0)], compensate.Effects.Select(effect => effect.Id));
    }

    [Fact]
    public void Of_FailureWhereOnlyTheFinalWasDone_Fails()
    {
        var item = Items.Allowed(Undo.Final, Undo.Compensable).Apply([.. Items.Done(0), Items.Requested(1), new EffectFailed(Items.Nth(1), 1, MayRetry: false)], Some.Moment);

        Assert.Equal(new Step.Finish(WorkItemState.Failed), NextStep.Of(item, Items.Normal));
    }

    [Theory]
    [InlineData(true, true, WorkItemState.Undone)]
    [InlineData(false, true, WorkItemState.Failed)]
    [InlineData(true, false, WorkItemState.Done)]
    [InlineData(false, false, WorkItemState.Failed)]
    public void Of_CompensationOver_SaysWhatBecameOfIt(bool asked, bool succeeded, WorkItemState state)
    {
        var back = new EffectId(Facts.Id(40));
        var line = Items.Allowed(Undo.Compensable).Effects[0].Line with { Effect = back, Compensates = Items.Nth(0), Undo = Undo.Compensable };
        JournalEvent[] before = asked
            ? [.. Items.Done(0), new WorkItemFinished(WorkItemState.Done), new UndoRequested(Facts.Proposal, ChannelName.Web, "operator")]
            : [.. Items.Done(0)];
        var taking = Items.Allowed(Undo.Compensable).Apply(
            [
                .. before,
                new ProposalDrafted(new ProposalId(Facts.Id(41)), AgentName.Kernel, Confidence.Certain, [line]),
                new EffectJudged(back, EffectJudged.AnswerKind.Allow, 0, "r", "s", "p"),
                new EffectRequested(back, 1, "aios-" + back, "host-1", Some.Moment.AddMinutes(1)),
                succeeded ? new EffectSucceeded(back, 1) : new EffectFailed(back, 1, MayRetry: false),
            ],
            Some.Moment);

        Assert.True(taking.Plan!.Compensates);
        Assert.Equal(new Step.Finish(state), NextStep.Of(taking, Items.Normal));
    }

    [Fact]
    public void Of_GrantedOnLostGround_IsVoidBeforeTheFirstAttemptOnly()
    {
        var stricter = Items.Normal with { Policy = Policies.Of(2) };
        var granted = Granted();
        var tried = granted.Apply([new EffectRequested(Items.Nth(0), 1, "k", "host-1", Some.Moment), new EffectPostponed(Items.Nth(0), 1, Some.Moment, Called: false)], Some.Moment);

        Assert.IsType<Step.Perform>(NextStep.Of(granted, Items.Normal));
        Assert.IsType<Step.Void>(NextStep.Of(granted, stricter));
        Assert.IsType<Step.Perform>(NextStep.Of(tried, stricter));
    }

    [Fact]
    public void Of_Frozen_SendsNothingAndStillAsksAndExpires()
    {
        var open = Asked();

        Assert.Equal(new Step.Sleep(Some.Moment.AddSeconds(30)), NextStep.Of(Granted(), Frozen));
        Assert.Equal(new Step.Sleep(open.CurrentApproval!.WakeAt), NextStep.Of(open, Frozen));
        Assert.IsType<Step.Expire>(NextStep.Of(open, Frozen with { Now = Facts.Expiry }));
        Assert.IsType<Step.Ask>(NextStep.Of(Judged(), Frozen));
    }

    [Theory]
    [InlineData(OutcomeClass.Queryable, 59, false, typeof(Step.Sleep))]
    [InlineData(OutcomeClass.Queryable, 60, false, typeof(Step.LookUp))]
    [InlineData(OutcomeClass.Queryable, 60, true, typeof(Step.LookUp))]
    [InlineData(OutcomeClass.Keyed, 59, false, typeof(Step.Sleep))]
    [InlineData(OutcomeClass.Keyed, 60, false, typeof(Step.Probe))]
    [InlineData(OutcomeClass.Keyed, 60, true, typeof(Step.Sleep))]
    public void Of_InDoubt_LooksUpOrSendsAgainInTime(OutcomeClass outcome, int seconds, bool frozen, Type step)
    {
        var item = Items.Allowed(Undo.Final);
        item = item with { Effects = [item.Effects[0] with { Line = item.Effects[0].Line with { OutcomeClass = outcome } }] };
        item = item.Apply([Items.Requested(0), new EffectInDoubt(Items.Nth(0), 1, Some.Moment.AddSeconds(60), 0)], Some.Moment);

        Assert.IsType(step, NextStep.Of(item, Items.Normal with { Now = Some.Moment.AddSeconds(seconds), Frozen = frozen }));
        Assert.Equal((WorkItemState.Performing, Some.Moment.AddSeconds(60)), (item.State, item.WakeAt));
    }

    [Fact]
    public void Of_Postponed_RestsUntilItsTime()
    {
        var item = Items.Allowed(Undo.Final).Apply([Items.Requested(0), new EffectPostponed(Items.Nth(0), 1, Some.Moment.AddMinutes(5), Called: false)], Some.Moment);

        Assert.Equal(new Step.Sleep(Some.Moment.AddMinutes(5)), NextStep.Of(item, Items.Normal));
        Assert.Equal(Some.Moment.AddMinutes(5), item.WakeAt);
        Assert.IsType<Step.Perform>(NextStep.Of(item, Items.Normal with { Now = Some.Moment.AddMinutes(5) }));
    }

    [Fact]
    public void Of_NobodyAnswers_ClimbsTheLadderThenExpires()
    {
        var asked = Facts.Asked() with { Ladder = [new LadderRung("remind", Some.Moment.AddHours(4))] };
        var open = Judged().Apply([asked], Some.Moment);

        Assert.Equal(new Step.Sleep(Some.Moment.AddHours(4)), NextStep.Of(open, Items.Normal));
        Assert.IsType<Step.Escalate>(NextStep.Of(open, Items.Normal with { Now = Some.Moment.AddHours(4) }));
        Assert.Equal(new Step.Sleep(Facts.Expiry), NextStep.Of(open.Apply([new ApprovalEscalated(Facts.Approval, 1, "remind")], Some.Moment), Items.Normal));
        Assert.IsType<Step.Expire>(NextStep.Of(open, Items.Normal with { Now = Facts.Expiry }));
    }

    [Fact]
    public void Of_DeniedAndThenFoundToHaveHappened_GoesOnWithNothing()
    {
        var denied = new EffectJudged(Items.Nth(0), EffectJudged.AnswerKind.Deny, 0, "cap:any", "s", "p");
        var item = Items.Allowed(Undo.Final, Undo.Final).Apply([Items.Requested(0), new EffectPostponed(Items.Nth(0), 1, Some.Moment, Called: true), denied, new EffectSucceeded(Items.Nth(0), 1)], Some.Moment);

        Assert.Equal(new Step.Finish(WorkItemState.Failed), NextStep.Of(item, Items.Normal));
    }

    private static WorkItem Judged() => Items.Drafted().Apply([new EffectJudged(Items.Nth(0), EffectJudged.AnswerKind.Ask, 1, "r", "s", "default-1")], Some.Moment);

    private static WorkItem Asked() => Judged().Apply([Question.For(Judged(), 1, Items.Normal, Facts.Approval, Facts.Nonce)], Some.Moment);

    private static WorkItem Granted() => Asked().Apply([new ApprovalGranted(Facts.Approval, Asked().CurrentApproval!.Asked.Digest, ChannelName.Web, "operator")], Some.Moment);
}
