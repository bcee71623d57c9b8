using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Hosting;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.WorkItems;

public sealed class LoopTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receive_Inquiry_WaitsForApprovalInOneCommit()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();

        Assert.Equal(WorkItemState.AwaitingApproval, item.State);
        Assert.Equal("open", Assert.Single(item.Approvals).State);
        Assert.Equal(2, harness.Store.Commits().Count);
        Assert.Empty(harness.Mail.Calls);
    }

    [Fact]
    public async Task Approve_Once_SendsExactlyTheShownBytes()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        var outcome = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

        var call = Assert.Single(harness.Mail.Done);
        Assert.True(outcome.Accepted);
        Assert.Equal((WorkItemState.Done, "done"), (outcome.Item!.State, outcome.Item.Effects[0].Outcome));
        Assert.Equal(item.Effects[0].Digest, call.Digest);
        Assert.Equal("aios-" + item.Effects[0].Id, call.Key);
        Assert.Equal(Some.Moment, call.DecidedAt);
        Assert.Equal("granted", Assert.Single(outcome.Item.Approvals).State);
    }

    [Fact]
    public async Task Approve_Twice_SendsOnceAndTellsTheSecond()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        var second = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve, by: "other");

        Assert.False(second.Accepted);
        Assert.Contains("already decided. Approved by operator in web", second.Sentence, StringComparison.Ordinal);
        Assert.Single(harness.Mail.Calls);
    }

    [Fact]
    public async Task Reject_Open_SendsNothingAndStaysRejected()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        var rejected = await harness.DecideAsync(item.Approvals[0], DecisionKind.Reject, "too dear");
        var late = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

        Assert.Equal((true, WorkItemState.Rejected, "withdrawn"), (rejected.Accepted, rejected.Item!.State, rejected.Item.Effects[0].Outcome));
        Assert.False(late.Accepted);
        Assert.Contains("Rejected by operator", late.Sentence, StringComparison.Ordinal);
        Assert.Empty(harness.Mail.Calls);
    }

    [Fact]
    public async Task Reject_AfterApprove_SaysWhatHappened()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        var late = await harness.DecideAsync(item.Approvals[0], DecisionKind.Reject);

        Assert.Equal((false, WorkItemState.Done), (late.Accepted, late.Item!.State));
        Assert.Contains("Approved by operator", late.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_UnknownCardOrOtherDigest_DecidesNothing()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        var unknown = await harness.DecideAsync(item.Approvals[0] with { Id = new ApprovalId(Guid.Empty) }, DecisionKind.Approve);
        var other = await harness.DecideAsync(item.Approvals[0] with { Digest = Digest.Zero }, DecisionKind.Approve);

        Assert.False(unknown.Accepted || other.Accepted);
        Assert.Equal(WorkItemState.AwaitingApproval, (await harness.ViewAsync(item.Id)).State);
        Assert.Empty(harness.Mail.Calls);
    }

    [Fact]
    public async Task Change_Open_SupersedesAndAsksAgain()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        var changed = await harness.DecideAsync(item.Approvals[0], DecisionKind.Change, "Say Monday.");
        var old = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        var now = changed.Item!;

        Assert.Equal(["superseded", "open"], now.Approvals.Select(approval => approval.State));
        Assert.NotEqual(now.Approvals[0].Digest, now.Approvals[1].Digest);
        Assert.False(old.Accepted);
        Assert.Contains("newer draft has taken this card's place", old.Sentence, StringComparison.Ordinal);
        Assert.True(harness.Agent.Briefs[^1].ChangeWanted);
        Assert.Equal(["Say Monday."], harness.Agent.Briefs[^1].OperatorWords);
        Assert.NotNull(harness.Agent.Briefs[^1].Previous);
        Assert.True((await harness.DecideAsync(now.Approvals[1], DecisionKind.Approve)).Accepted);
        Assert.Contains("Say Monday.", Assert.Single(harness.Mail.Done).Bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_WithoutWords_ChangesNothing()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        var outcome = await harness.DecideAsync(item.Approvals[0], DecisionKind.Change, " ");

        Assert.Equal((false, WorkItemState.AwaitingApproval), (outcome.Accepted, outcome.Item!.State));
    }

    [Fact]
    public async Task Gap_InAnEffect_IsNeverApprovableAndTheAnswerRedrafts()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Agent.Write = brief => Some.Proposal(Some.Email("It costs " + (brief.OperatorWords is [.., var words] ? words : "[?price]")));
        var item = await harness.ReceivedAsync();
        var answered = await harness.AnswerAsync(item.Id, "900 EUR");

        Assert.Equal(WorkItemState.NeedsAnswer, item.State);
        Assert.Empty(item.Approvals);
        Assert.Contains("text is not known", item.Question, StringComparison.Ordinal);
        Assert.DoesNotContain(item.Card.Actions, action => action is Contracts.Cards.CardAction.Decide);
        Assert.Equal((true, WorkItemState.AwaitingApproval), (answered.Accepted, answered.Item!.State));
        Assert.False(harness.Agent.Briefs[^1].ChangeWanted);
        await harness.DecideAsync(answered.Item.Approvals[0], DecisionKind.Approve);
        Assert.Contains("900 EUR", Assert.Single(harness.Mail.Done).Bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_NoQuestionOrNoWords_IsNotTaken()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();

        Assert.Equal("No question is open here any more.", (await harness.AnswerAsync(item.Id, "hello")).Sentence);
        Assert.Equal("The answer is empty; write something.", (await harness.AnswerAsync(item.Id, " ")).Sentence);
        Assert.Equal("There is no such work item.", (await harness.AnswerAsync(new WorkItemId(Guid.Empty), "hello")).Sentence);
    }

    [Fact]
    public async Task Answer_UnsureIntent_TakesTheOperatorsCategory()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Intake.Read = _ => new Contracts.Intake.Intent { Category = Contracts.Intake.Category.Other, Confidence = new Contracts.Intake.Confidence(300), Sure = false };
        harness.Agent.Write = brief => brief.Intent.Sure ? Some.Reply(brief) : Some.Proposal() with { Question = "What is this?" };
        var item = await harness.ReceivedAsync();
        var answered = await harness.AnswerAsync(item.Id, "complaint");

        Assert.Equal(WorkItemState.NeedsAnswer, item.State);
        Assert.Equal((Contracts.Intake.Category.Complaint, true), (answered.Item!.Intent!.Category, answered.Item.Intent.Sure));
        Assert.Equal(WorkItemState.AwaitingApproval, answered.Item.State);
    }

    [Fact]
    public async Task Allowed_InternalEffects_RunUnaskedAndAreJournalledFirst()
    {
        await using var harness = new KernelHarness { Others = [new ScriptedConnector { Kind = new EffectKind("task.keep"), Category = EffectCategory.Internal }] };
        var outside = (ScriptedConnector)harness.Others[0];
        var journalled = new List<bool>();
        outside.OnCall = permit => journalled.Add(harness.Store.Commits().Any(commit => System.Text.Encoding.UTF8.GetString(commit.Bytes.Span).Contains($"\"key\":\"{permit.Key}\"", StringComparison.Ordinal)));
        harness.Agent.Write = _ => Some.Proposal(new Contracts.Proposals.EffectDraft(outside.Kind, """{"what":"call Anna"}"""), Some.Note("asked"), Some.Client("Köln"));
        await harness.OpenAsync();
        var item = await harness.ReceivedAsync();

        Assert.Equal(WorkItemState.Done, item.State);
        Assert.Equal(["done", "done", "done"], item.Effects.Select(effect => effect.Outcome));
        Assert.Empty(item.Approvals);
        Assert.Equal([true], journalled);
    }

    [Fact]
    public async Task Record_WrittenForAPerson_IsAFactOfTheNextBrief()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Agent.Write = _ => Some.Proposal(Some.Client("Köln"));
        await harness.ReceivedAsync();
        harness.Agent.Write = Some.Reply;
        await harness.ReceivedAsync(Some.Mail(2));

        var fact = Assert.Single(harness.Agent.Briefs[^1].Facts);
        Assert.Equal((1L, "Köln"), (fact.Version, fact.Fields["city"].Value));
    }

    [Fact]
    public async Task Record_ThatMovedOn_IsNotWrittenOver()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Agent.Write = _ => Some.Proposal(Some.Client("Köln"));
        await harness.ReceivedAsync();
        var second = await harness.ReceivedAsync(Some.Mail(2));

        Assert.Equal(WorkItemState.Failed, second.State);
        Assert.Contains("at version 1 by now", second.Effects[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_OneFails_TheRestIsNotBegun()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Mail.Answer = (_, _, _) => Task.FromResult<EffectResult?>(new EffectResult.Failed("The server said no.", MayRetry: false));
        harness.Agent.Write = _ => Some.Proposal(Some.Email("one"), Some.Email("two"));
        var item = await harness.ReceivedAsync();
        var outcome = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

        Assert.Equal(WorkItemState.Failed, outcome.Item!.State);
        Assert.Equal("The server said no.", outcome.Sentence);
        Assert.Single(harness.Mail.Calls);
    }

    [Fact]
    public async Task Expiry_ByTheClock_IsNo()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        await harness.TickAsync(TimeSpan.FromDays(7) - TimeSpan.FromMilliseconds(1));
        var before = (await harness.ViewAsync(item.Id)).State;
        await harness.TickAsync(TimeSpan.FromMilliseconds(1));
        var late = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

        Assert.Equal((WorkItemState.AwaitingApproval, WorkItemState.Expired), (before, late.Item!.State));
        Assert.False(late.Accepted);
        Assert.Contains("Expired at 2026-11-29T13:19:00.000Z", late.Sentence, StringComparison.Ordinal);
        Assert.Empty(harness.Mail.Calls);
    }

    [Fact]
    public async Task Expiry_TapBeforeTheClockWasLookedAt_IsNo()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        harness.Time.Advance(TimeSpan.FromDays(8));
        var late = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

        Assert.Equal((false, "This card has expired, so nothing was done."), (late.Accepted, late.Sentence));
        Assert.Empty(harness.Mail.Calls);
    }

    [Fact]
    public async Task Watch_RunningHost_ExpiresByItself()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        harness.Process.Workspace.Run();
        for (var turn = 0; turn < 600 && (await harness.ViewAsync(item.Id)).State is not WorkItemState.Expired; turn++)
        {
            harness.Time.Advance(TimeSpan.FromDays(1));
            await Task.Delay(10, Token);
        }

        Assert.Equal(WorkItemState.Expired, (await harness.ViewAsync(item.Id)).State);
    }

    [Fact]
    public async Task Frozen_Host_PerformsNothing()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Process.Get<HostState>().Freeze("The journal's end was cut off.");
        harness.Agent.Write = brief => Some.Proposal(Some.Note("asked"));
        var note = await harness.ReceivedAsync();
        harness.Agent.Write = Some.Reply;
        var mail = await harness.ReceivedAsync(Some.Mail(2));
        var approved = await harness.DecideAsync(mail.Approvals[0], DecisionKind.Approve);
        await harness.TickAsync(TimeSpan.FromMinutes(5));

        Assert.Equal((WorkItemState.Working, WorkItemState.Working), ((await harness.ViewAsync(note.Id)).State, approved.Item!.State));
        Assert.Empty(harness.Mail.Calls);
        Assert.DoesNotContain(harness.Store.Commits(), commit => commit.Stream.Value.StartsWith("knowledge/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Frozen_ThenThawed_DoesWhatWasApproved()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Process.Get<HostState>().Freeze("The journal's end was cut off.");
        var mail = await harness.ReceivedAsync();
        await harness.DecideAsync(mail.Approvals[0], DecisionKind.Approve);
        await harness.RestartAsync();

        Assert.Equal(WorkItemState.Done, (await harness.ViewAsync(mail.Id)).State);
        Assert.Single(harness.Mail.Done);
    }

    [Fact]
    public async Task Frozen_UntilTheCardExpired_NeverRuns()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Process.Get<HostState>().Freeze("The journal's end was cut off.");
        var mail = await harness.ReceivedAsync();
        await harness.DecideAsync(mail.Approvals[0], DecisionKind.Approve);
        harness.Time.Advance(TimeSpan.FromDays(8));
        await harness.RestartAsync();

        Assert.Equal(WorkItemState.Expired, (await harness.ViewAsync(mail.Id)).State);
        Assert.Empty(harness.Mail.Calls);
    }
}
