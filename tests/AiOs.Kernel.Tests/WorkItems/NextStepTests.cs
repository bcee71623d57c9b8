using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Tests.Support;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.WorkItems;

public sealed class NextStepTests
{
    private static readonly Surroundings Normal = new() { Now = Some.Moment, Incarnation = "host-1", Alone = true, Policy = KernelHarness.BuiltIn };

    [Fact]
    public void Of_NothingReceived_Sleeps() => Assert.Equal(new Step.Sleep(WorkItem.Never), NextStep.Of(Empty, Normal));

    [Fact]
    public void Of_Received_Classifies() => Assert.IsType<Step.Classify>(NextStep.Of(Received, Normal));

    [Fact]
    public void Of_Classified_Drafts() => Assert.IsType<Step.Draft>(NextStep.Of(Classified, Normal));

    [Fact]
    public void Of_Drafted_Judges() => Assert.IsType<Step.Judge>(NextStep.Of(Drafted(), Normal));

    [Fact]
    public void Of_Asked_AsksWithTheHighestTier() => Assert.Equal(new Step.Ask(2), NextStep.Of(Judged(EffectJudged.AnswerKind.Ask, tier: 2), Normal));

    [Fact]
    public void Of_Allowed_Performs() => Assert.IsType<Step.Perform>(NextStep.Of(Judged(EffectJudged.AnswerKind.Allow), Normal));

    [Fact]
    public void Of_AllowedButFrozen_SleepsAWhile() =>
        Assert.Equal(new Step.Sleep(Some.Moment.AddSeconds(30)), NextStep.Of(Judged(EffectJudged.AnswerKind.Allow), Normal with { Frozen = true }));

    [Fact]
    public void Of_Denied_FinishesAsRejected() => Assert.Equal(new Step.Finish(WorkItemState.Rejected), NextStep.Of(Judged(EffectJudged.AnswerKind.Deny), Normal));

    [Fact]
    public void Of_Gap_AsksAndNeverForApproval()
    {
        var gap = On(Drafted(gaps: 1), new EffectJudged(Facts.Mail, EffectJudged.AnswerKind.Allow, 0, "r", "s", "p"));

        Assert.IsType<Step.AskForContext>(NextStep.Of(gap, Normal));
        Assert.Equal(new Step.Sleep(WorkItem.Never), NextStep.Of(On(gap, new QuestionAsked(Facts.Proposal)), Normal));
    }

    [Fact]
    public void Of_OpenApproval_SleepsUntilItExpires()
    {
        var open = On(Judged(EffectJudged.AnswerKind.Ask, 1), Facts.Asked());

        Assert.Equal(new Step.Sleep(Facts.Expiry), NextStep.Of(open, Normal));
        Assert.IsType<Step.Expire>(NextStep.Of(open, Normal with { Now = Facts.Expiry }));
    }

    [Fact]
    public void Of_DecidedApproval_FollowsTheDecision()
    {
        var open = On(Judged(EffectJudged.AnswerKind.Ask, 1), Facts.Asked());

        Assert.IsType<Step.Perform>(NextStep.Of(On(open, Granted), Normal));
        Assert.Equal(new Step.Finish(WorkItemState.Rejected), NextStep.Of(On(open, new ApprovalRejected(Facts.Approval, Facts.Shown, ChannelName.Web, "o")), Normal));
        Assert.Equal(new Step.Finish(WorkItemState.Expired), NextStep.Of(On(open, new ApprovalExpired(Facts.Approval)), Normal));
        Assert.IsType<Step.Draft>(NextStep.Of(On(open, new ChangeRequested(Facts.Approval, ChannelName.Web, "o")), Normal));
    }

    [Fact]
    public void Of_GrantedLongAgoAndNeverBegun_NoLongerRuns()
    {
        var granted = On(Judged(EffectJudged.AnswerKind.Ask, 1), Facts.Asked(), Granted);

        Assert.Equal(new Step.Finish(WorkItemState.Expired), NextStep.Of(granted, Normal with { Now = Facts.Expiry }));
    }

    [Theory]
    [InlineData("host-1", true, 0, false)]
    [InlineData("host-1", true, 60, true)]
    [InlineData("host-0", true, 0, true)]
    [InlineData("host-0", false, 0, false)]
    [InlineData("host-0", false, 60, true)]
    public void Of_Requested_ConcludesOnlyWhenTheAttemptIsOver(string madeBy, bool alone, int seconds, bool over)
    {
        var requested = On(Judged(EffectJudged.AnswerKind.Allow), Requested(madeBy));
        var step = NextStep.Of(requested, Normal with { Alone = alone, Now = Some.Moment.AddSeconds(seconds) });

        Assert.Equal(over ? typeof(Step.Probe) : typeof(Step.Sleep), step.GetType());
    }

    [Theory]
    [InlineData(OutcomeClass.Keyed, typeof(Step.Sleep))]
    [InlineData(OutcomeClass.Neither, typeof(Step.Probe))]
    public void Of_RequestedByADeadHostWhileFrozen_SendsNothing(OutcomeClass outcome, Type step)
    {
        var requested = On(Drafted(outcome: outcome), new EffectJudged(Facts.Mail, EffectJudged.AnswerKind.Allow, 0, "r", "s", "p"), Requested("host-0"));

        Assert.IsType(step, NextStep.Of(requested, Normal with { Frozen = true }));
    }

    [Fact]
    public void Of_Unknown_WaitsForTheOperator()
    {
        var unknown = On(Judged(EffectJudged.AnswerKind.Allow), Requested("host-1"), new EffectOutcomeUnknown(Facts.Mail, 1));

        Assert.Equal(new Step.Sleep(WorkItem.Never), NextStep.Of(unknown, Normal));
    }

    [Fact]
    public void Of_DoneOrFailed_Finishes()
    {
        var requested = On(Judged(EffectJudged.AnswerKind.Allow), Requested("host-1"));

        Assert.Equal(new Step.Finish(WorkItemState.Done), NextStep.Of(On(requested, new EffectSucceeded(Facts.Mail, 1)), Normal));
        Assert.Equal(new Step.Finish(WorkItemState.Failed), NextStep.Of(On(requested, new EffectFailed(Facts.Mail, 1, MayRetry: true)), Normal));
    }

    [Fact]
    public void State_AllowedEffectBesideAQuestion_IsNotTheOperatorsTurnYet()
    {
        var beside = On(Judged(EffectJudged.AnswerKind.Allow), new QuestionAsked(Facts.Proposal));

        Assert.Equal(WorkItemState.Working, beside.State);
        Assert.Equal(WorkItemState.NeedsAnswer, On(beside, Requested("host-1"), new EffectSucceeded(Facts.Mail, 1)).State);
    }

    [Fact]
    public void Of_AgentFailedTwice_AsksForHelpEvenWhereAnOlderQuestionWasAnswered()
    {
        var failure = new AgentFailed(AgentName.Execution, "unusable-result");
        var answered = On(Drafted(), new QuestionAsked(Facts.Proposal), new QuestionAnswered(ChannelName.Web, "operator"));

        Assert.IsType<Step.Draft>(NextStep.Of(On(answered, failure), Normal));
        Assert.IsType<Step.AskForHelp>(NextStep.Of(On(answered, failure, failure), Normal));
        Assert.IsType<Step.AskForHelp>(NextStep.Of(On(Received, failure, failure), Normal));
    }

    [Fact]
    public void Drafted_Again_KeepsWhatWasEverTried()
    {
        var sentAgain = On(Judged(EffectJudged.AnswerKind.Allow), Requested("host-1"), new EffectOutcomeUnknown(Facts.Mail, 1), new EffectSettled(Facts.Mail, Settlement.SendAgain, ChannelName.Web, "operator"));
        var again = On(sentAgain, new ProposalDrafted(new ProposalId(Facts.Id(9)), AgentName.Execution, new Contracts.Intake.Confidence(900), []));

        Assert.NotNull(again.FindEffect(Facts.Mail));
        Assert.Empty(again.CurrentEffects);
        Assert.Null(On(Drafted(), new ProposalDrafted(new ProposalId(Facts.Id(9)), AgentName.Execution, new Contracts.Intake.Confidence(900), [])).FindEffect(Facts.Mail));
    }

    [Fact]
    public void Drafted_AnewInPlaceOfTakingBack_IsNotTakenBackInTurn()
    {
        var undoing = On(Judged(EffectJudged.AnswerKind.Allow), Requested("host-1"), new EffectSucceeded(Facts.Mail, 1), new WorkItemFinished(WorkItemState.Done), new UndoRequested(Facts.Proposal, ChannelName.Web, "operator"));
        var taking = On(undoing, new ProposalDrafted(new ProposalId(Facts.Id(9)), AgentName.Kernel, new Contracts.Intake.Confidence(900), [Facts.Line(id: new EffectId(Facts.Id(10))) with { Compensates = Facts.Mail }]));
        var anew = On(taking, new ProposalDrafted(new ProposalId(Facts.Id(11)), AgentName.Execution, new Contracts.Intake.Confidence(900), []));

        Assert.Equal((true, true, false), (undoing.UndoAsked, taking.UndoAsked, anew.UndoAsked));
    }

    private static ApprovalGranted Granted => new(Facts.Approval, Facts.Shown, ChannelName.Web, "operator");

    private static WorkItem Empty => new() { Stream = StreamId.Of(new WorkItemId(Facts.Id(5))), Id = new WorkItemId(Facts.Id(5)) };

    private static WorkItem Received => On(Empty, new MessageReceived(new MessageId(Facts.Id(6)), ChannelName.Mail, Authority.External, 0, null));

    private static WorkItem Classified => On(Received, new IntentClassified(Contracts.Intake.Category.Inquiry, new Contracts.Intake.Confidence(900), Sure: true, "intake"));

    private static EffectRequested Requested(string host) => new(Facts.Mail, 1, "aios-" + Facts.Mail, host, Some.Moment.AddSeconds(60));

    private static WorkItem Drafted(int gaps = 0, OutcomeClass outcome = OutcomeClass.Neither) =>
        On(Classified, new ProposalDrafted(Facts.Proposal, AgentName.Execution, new Contracts.Intake.Confidence(900), [Facts.Line(outcome, gaps)]));

    private static WorkItem Judged(EffectJudged.AnswerKind answer, int tier = 0) => On(Drafted(), new EffectJudged(Facts.Mail, answer, tier, "r", "s", "p"));

    private static WorkItem On(WorkItem item, params JournalEvent[] events) => item.Apply(events, Some.Moment);
}
