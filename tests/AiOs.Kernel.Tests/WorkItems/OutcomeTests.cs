using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.WorkItems;

/// <summary>What becomes of attempts whose answer is lost.</summary>
public sealed class OutcomeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Settlement.Happened, WorkItemState.Done, 1)]
    [InlineData(Settlement.DidNotHappen, WorkItemState.Failed, 1)]
    [InlineData(Settlement.SendAgain, WorkItemState.Done, 2)]
    public async Task Unknown_Settled_EndsAsTheOperatorSays(Settlement settlement, WorkItemState state, int calls)
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await UnknownAsync(harness);
        var settled = await harness.SettleAsync(item, settlement);
        var again = await harness.Desk.SettleAsync(item.Id, item.Effects[0].Id, settlement, ChannelName.Web, Some.Operator, Token);

        Assert.Contains(item.Card.Actions, action => action is Contracts.Cards.CardAction.Settle);
        Assert.Equal((true, state), (settled.Accepted, settled.Item!.State));
        Assert.Equal(calls, harness.Mail.Calls.Count);
        Assert.Single(harness.Mail.Calls.Select(call => (call.Key, call.Digest, call.DecidedAt)).Distinct());
        Assert.Equal((false, "There is nothing to settle here any more."), (again.Accepted, again.Sentence));
        await SoundAsync(harness, item.Id);
    }

    [Fact]
    public async Task Unknown_WaitedFor_IsNeverTriedAgain()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await UnknownAsync(harness);
        await harness.TickAsync(TimeSpan.FromDays(30));
        await harness.RestartAsync();

        Assert.Equal(WorkItemState.OutcomeUnknown, (await harness.ViewAsync(item.Id)).State);
        Assert.Single(harness.Mail.Calls);
    }

    [Theory]
    [InlineData(true, "The server is away.")]
    [InlineData(false, null)]
    public async Task Throws_FromAConnector_IsFailedOnlyWhereItSaysSo(bool known, string? sentence)
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Mail.Answer = (_, _, _) => throw (known ? new Contracts.AiOsException("The server is away.") { IsTransient = true } : new InvalidOperationException("a bug"));
        var item = await harness.ReceivedAsync();
        var outcome = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

        Assert.Equal(known ? WorkItemState.Failed : WorkItemState.OutcomeUnknown, outcome.Item!.State);
        Assert.Equal(sentence ?? "The attempt ended in a way that nobody foresaw, so it may or may not have happened.", outcome.Item.Effects[0].Detail);
    }

    [Fact]
    public async Task Neither_HostDiedOnTheWay_IsUnknownAndNotAttemptedAgain()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await DiedAsync(harness);

        Assert.Equal(WorkItemState.OutcomeUnknown, item.State);
        Assert.Single(harness.Mail.Calls);
        await SoundAsync(harness, item.Id);
    }

    [Fact]
    public async Task Keyed_HostDiedOnTheWay_IsSentAgainWithTheSameKeyAndBytes()
    {
        await using var harness = new KernelHarness { Mail = new ScriptedConnector { OutcomeClass = OutcomeClass.Keyed } };
        await harness.OpenAsync();
        var item = await DiedAsync(harness);

        Assert.Equal(WorkItemState.Done, item.State);
        Assert.Equal(2, harness.Mail.Calls.Count);
        Assert.Equal(harness.Mail.Calls[0], harness.Mail.Calls[1]);
        Assert.Single(harness.Mail.Done);
        await SoundAsync(harness, item.Id);
    }

    [Fact]
    public async Task Neither_SlowerThanItsDeadline_IsUnknownAndItsLateResultIsTaken()
    {
        await using var harness = await KernelHarness.StartAsync();
        var answer = new TaskCompletionSource<EffectResult?>();
        harness.Mail.Answer = (_, _, _) => answer.Task;
        var item = await harness.ReceivedAsync();
        var deciding = harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        await Eventually.TrueAsync(() => harness.Mail.Calls.Count == 1);
        await harness.TickAsync(TimeSpan.FromSeconds(59));
        var before = (await harness.ViewAsync(item.Id)).State;
        await harness.TickAsync(TimeSpan.FromSeconds(1));
        var after = (await harness.ViewAsync(item.Id)).State;
        answer.SetResult(new EffectResult.Done("ref", "It took its time."));
        var outcome = await deciding;

        Assert.Equal((WorkItemState.Performing, WorkItemState.OutcomeUnknown), (before, after));
        Assert.Equal((WorkItemState.Done, "It took its time."), (outcome.Item!.State, outcome.Item.Effects[0].Detail));
        await SoundAsync(harness, item.Id);
    }

    [Fact]
    public async Task Neither_SettledAsNotHappened_IsSetRightByALateResult()
    {
        await using var harness = await KernelHarness.StartAsync();
        var answer = new TaskCompletionSource<EffectResult?>();
        harness.Mail.Answer = (_, _, _) => answer.Task;
        var item = await harness.ReceivedAsync();
        var deciding = harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        await Eventually.TrueAsync(() => harness.Mail.Calls.Count == 1);
        await harness.TickAsync(TimeSpan.FromMinutes(2));
        var settled = await harness.SettleAsync(await harness.ViewAsync(item.Id), Settlement.DidNotHappen);
        answer.SetResult(new EffectResult.Done("ref", "It happened after all."));
        await deciding;

        Assert.Equal(WorkItemState.Failed, settled.Item!.State);
        Assert.Equal(WorkItemState.Done, (await harness.ViewAsync(item.Id)).State);
        await SoundAsync(harness, item.Id);
    }

    [Fact]
    public async Task Deadline_OfAnAttempt_CancelsTheCall()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Mail.Answer = async (_, _, deadline) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, deadline);
            return null;
        };
        var item = await harness.ReceivedAsync();
        var deciding = harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        await Eventually.TrueAsync(() => harness.Mail.Calls.Count == 1);
        harness.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(WorkItemState.OutcomeUnknown, (await deciding).Item!.State);
    }

    private static async Task<WorkItemView> UnknownAsync(KernelHarness harness)
    {
        harness.Mail.Answer = (attempt, _, _) => Task.FromResult<EffectResult?>(attempt == 1 ? new EffectResult.Unknown("The line went dead.") : null);
        var item = await harness.ReceivedAsync();
        var outcome = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        Assert.Equal(WorkItemState.OutcomeUnknown, outcome.Item!.State);
        return outcome.Item;
    }

    /// <summary>The mail is with its server, and the process ends before it hears so.</summary>
    private static async Task<WorkItemView> DiedAsync(KernelHarness harness)
    {
        harness.Mail.Answer = (attempt, permit, _) =>
        {
            if (attempt == 1)
            {
                harness.Mail.Do(permit);
                harness.Process.Boundary.Die();
            }

            return Task.FromResult<EffectResult?>(null);
        };
        var item = await harness.ReceivedAsync();
        await Assert.ThrowsAsync<CrashException>(() => harness.DecideAsync(item.Approvals[0], DecisionKind.Approve));
        await harness.OpenAsync();
        return await harness.ViewAsync(item.Id);
    }

    private static async Task SoundAsync(KernelHarness harness, WorkItemId id) =>
        Assert.Empty(History.FaultsIn(await harness.Process.Journal.ReadStreamAsync(StreamId.Of(id), Token)));
}
