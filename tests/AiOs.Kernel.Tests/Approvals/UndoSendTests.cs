using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Tests.Support;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Approvals;

/// <summary>What leaves for good rests after the yes, and can be stopped for certain until it begins.</summary>
public sealed class UndoSendTests
{
    private static readonly Surroundings Resting = Items.Normal with { Policy = Policies.Resting("30s", "allow") };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Undo.Final, 0, true)]
    [InlineData(Undo.Final, 29, true)]
    [InlineData(Undo.Final, 30, false)]
    [InlineData(Undo.Compensable, 0, false)]
    [InlineData(Undo.Reversible, 0, false)]
    public void Of_DecidedEffect_RestsOnlyWhereItIsFinalAndItsTimeIsNotOver(Undo undo, int seconds, bool rests)
    {
        var step = NextStep.Of(Items.Allowed(undo), Resting with { Now = Some.Moment.AddSeconds(seconds) });
        if (rests) Assert.Equal(Some.Moment.AddSeconds(30), Assert.IsType<Step.Hold>(step).Until);
        else Assert.IsType<Step.Perform>(step);
    }

    [Fact]
    public void Of_PolicyWithoutTheSetting_GoesAtOnce() => Assert.IsType<Step.Perform>(NextStep.Of(Items.Allowed(Undo.Final), Items.Normal));

    [Fact]
    public void Of_InternalEffect_GoesAtOnce()
    {
        var item = Items.Allowed(Undo.Final);
        item = item with { Effects = [item.Effects[0] with { Line = item.Effects[0].Line with { Category = EffectCategory.Internal } }] };
        Assert.IsType<Step.Perform>(NextStep.Of(item, Resting));
    }

    [Fact]
    public void Of_ClockSetBackAfterTheYes_RestsOnceAndNoLongerThanTheWindow()
    {
        var around = Resting with { Now = Some.Moment.AddDays(-1) };
        var until = Assert.IsType<Step.Hold>(NextStep.Of(Items.Allowed(Undo.Final), around)).Until;
        Assert.Equal(around.Now.AddSeconds(30), until);
        var held = Items.Allowed(Undo.Final).Apply([new EffectHeld(Items.Nth(0), until)], around.Now);
        Assert.Equal(new Step.Sleep(until), NextStep.Of(held, around));
        Assert.IsType<Step.Perform>(NextStep.Of(held, around with { Now = until }));
        Assert.IsType<Step.Perform>(NextStep.Of(Items.Allowed(Undo.Final), Items.Normal with { Now = around.Now }));
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(29, false, false)]
    [InlineData(30, false, true)]
    [InlineData(30, true, false)]
    [InlineData(90_000, false, true)]
    public void Of_Held_WaitsForItsTimeAndForAFreeze(int seconds, bool frozen, bool goes)
    {
        var item = Held();
        var step = NextStep.Of(item, Resting with { Now = Some.Moment.AddSeconds(seconds), Frozen = frozen });
        Assert.Equal(goes, step is Step.Perform);
        Assert.Equal(!goes, step is Step.Sleep);
        Assert.Equal((WorkItemState.Working, Some.Moment.AddSeconds(30)), (item.State, item.WakeAt));
    }

    [Fact]
    public void Of_HeldUnderAPolicyThatChanged_KeepsTheTimeItWasTold()
    {
        Assert.Equal(new Step.Sleep(Some.Moment.AddSeconds(30)), NextStep.Of(Held(), Items.Normal));
        Assert.IsType<Step.Perform>(NextStep.Of(Held(), Resting with { Policy = Policies.Resting("5m", "allow"), Now = Some.Moment.AddSeconds(30) }));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(300)]
    public void Ask_HeldAndNotBegun_StopsItForCertain(int seconds)
    {
        var around = Resting with { Now = Some.Moment.AddSeconds(seconds), Frozen = true };
        var stopped = Held().Apply(TakingBack.Ask(Held(), around, ChannelName.Web, "operator", out _), around.Now);
        Assert.Equal(new Step.Finish(WorkItemState.Undone), NextStep.Of(stopped, around));
        Assert.Empty(TakingBack.Ask(stopped, around, ChannelName.Web, "operator", out _));
    }

    [Fact]
    public void Ask_AlreadyOnItsWay_IsToldThatItIsTooLate()
    {
        var going = Held().Apply([Items.Requested(0)], Some.Moment.AddSeconds(30));
        Assert.Empty(TakingBack.Ask(going, Resting, ChannelName.Web, "operator", out var told));
        Assert.Equal("It is on its way already and cannot be stopped any more.", told);
        Assert.Null(UndoSend.Stoppable(going));
    }

    [Fact]
    public void Of_StoppedAfterAnEarlierPartWasDone_TakesThatBack()
    {
        var item = Items.Allowed(Undo.Reversible, Undo.Final).Apply([.. Items.Done(0), new EffectHeld(Items.Nth(1), Some.Moment.AddSeconds(30))], Some.Moment);
        var stopped = item.Apply(TakingBack.Ask(item, Resting, ChannelName.Web, "operator", out _), Some.Moment);
        Assert.Equal([Items.Nth(0)], Assert.IsType<Step.Compensate>(NextStep.Of(stopped, Resting)).Effects.Select(effect => effect.Id));
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("allow")]
    public async Task Approve_WindowIsOpen_RestsAndThenSendsOnce(string answer)
    {
        await using var harness = await StartAsync(answer);
        var item = await DecidedAsync(harness, answer);
        Assert.Empty(harness.Mail.Calls);
        Assert.Contains(item.Card.Blocks, block => block is CardBlock.Text { Value: "Sends at 13:19:30; Undo stops it." });
        Assert.Equal(Some.Moment.AddSeconds(30), Assert.Single(item.Card.Actions.OfType<CardAction.Undo>()).Until);
        await harness.RestartAsync();
        await harness.TickAsync(TimeSpan.FromSeconds(29));
        Assert.Empty(harness.Mail.Calls);
        await harness.TickAsync(TimeSpan.FromSeconds(1));
        await harness.TickAsync(TimeSpan.FromMinutes(5));
        Assert.Single(harness.Mail.Calls);
        Assert.Equal(WorkItemState.Done, (await harness.ViewAsync(item.Id)).State);
        await SoundAsync(harness, item.Id);
    }

    [Theory]
    [InlineData("ask", false)]
    [InlineData("allow", false)]
    [InlineData("ask", true)]
    public async Task Undo_InsideTheWindow_SendsNothingForEver(string answer, bool crash)
    {
        await using var harness = await StartAsync(answer);
        var item = await DecidedAsync(harness, answer);
        await harness.TickAsync(TimeSpan.FromSeconds(20));
        if (crash) await harness.CrashAsync();
        var undone = await harness.Desk.UndoAsync(item.Id, ChannelName.Web, Some.Operator, Token);
        Assert.Equal((true, "It was stopped in time; nothing was done.", WorkItemState.Undone), (undone.Accepted, undone.Sentence, undone.Item!.State));
        await harness.RestartAsync();
        await harness.TickAsync(TimeSpan.FromHours(2));
        Assert.Empty(harness.Mail.Calls);
        await SoundAsync(harness, item.Id);
    }

    [Fact]
    public async Task Approve_InTheLastSecondOfTheCard_StillGoesAfterTheWindow()
    {
        await using var harness = await StartAsync("ask");
        var item = await harness.ReceivedAsync();
        harness.Time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        await harness.TickAsync(TimeSpan.FromSeconds(35));
        Assert.Equal((WorkItemState.Done, 1), ((await harness.ViewAsync(item.Id)).State, harness.Mail.Calls.Count));
        await SoundAsync(harness, item.Id);
    }

    [Fact]
    public async Task Freeze_InTheWindow_HoldsItUntilItIsLetGoOn()
    {
        await using var harness = await StartAsync("ask");
        var item = await DecidedAsync(harness, "ask");
        var controls = harness.Process.Get<IControls>();
        await controls.FreezeAsync(ChannelName.Web, Some.Operator, Token);
        await harness.TickAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(harness.Mail.Calls);
        Assert.Equal("It was stopped in time; nothing was done.", (await harness.Desk.UndoAsync(item.Id, ChannelName.Web, Some.Operator, Token)).Sentence);
        await controls.ResumeAsync(ChannelName.Web, Some.Operator, Token);
        await harness.TickAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(harness.Mail.Calls);
    }

    private static WorkItem Held() => Items.Allowed(Undo.Final).Apply([new EffectHeld(Items.Nth(0), Some.Moment.AddSeconds(30))], Some.Moment);

    private static async Task<KernelHarness> StartAsync(string answer)
    {
        var harness = await KernelHarness.StartAsync();
        var text = $"version: 1\napprovals: {{ expireAfter: 1h, coolOff: 5m, undoSend: 30s }}\nescalation: []\nrules:\n  - {{ name: mails, when: {{ category: reputation }}, then: {answer}, because: \"So it is in this test.\" }}\n";
        Assert.True((await harness.Process.Get<IControls>().LoadPolicyAsync(text, Token)).Accepted);
        return harness;
    }

    private static async Task<WorkItemView> DecidedAsync(KernelHarness harness, string answer)
    {
        var item = await harness.ReceivedAsync();
        if (answer == "ask") Assert.Equal("Sends at 13:19:30; Undo stops it.", (await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve)).Sentence);
        return await harness.ViewAsync(item.Id);
    }

    private static async Task SoundAsync(KernelHarness harness, WorkItemId id) =>
        Assert.Empty(History.FaultsIn(await harness.Process.Journal.ReadStreamAsync(StreamId.Of(id), Token)));
}
