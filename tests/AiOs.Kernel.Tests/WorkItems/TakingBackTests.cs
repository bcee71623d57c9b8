using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Tests.Support;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.WorkItems;

public sealed class TakingBackTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, true)]
    [InlineData(86_399, true)]
    [InlineData(86_400, false)]
    public void Ask_AroundTheWindow_IsTakenOnlyInside(int seconds, bool taken)
    {
        var around = Items.Normal with { Now = Some.Moment.AddSeconds(seconds) };
        var facts = TakingBack.Ask(Done(Undo.Compensable), around, ChannelName.Web, "operator", out var told);

        Assert.Equal(taken ? [new UndoRequested(Facts.Proposal, ChannelName.Web, "operator")] : [], facts);
        Assert.Equal(taken ? string.Empty : "This could be taken back until 2026-11-23T13:19:00.000Z; that is over.", told);
    }

    [Fact]
    public void Ask_NothingToTakeBack_SaysSo()
    {
        WorkItem[] items = [Done(Undo.Final), Items.Allowed(Undo.Compensable), Items.Allowed(Undo.Compensable).Apply([new WorkItemFinished(WorkItemState.Failed)], Some.Moment)];

        foreach (var item in items)
        {
            Assert.Empty(TakingBack.Ask(item, Items.Normal, ChannelName.Web, "operator", out var told));
            Assert.Equal("There is nothing here that can be taken back.", told);
        }
    }

    [Fact]
    public async Task Undo_OfTwo_TakesTheLastBackFirstAndOnlyOnce()
    {
        await using var harness = await ReversibleAsync();
        var item = await harness.ReceivedAsync();
        var undone = await harness.Desk.UndoAsync(item.Id, ChannelName.Web, Some.Operator, Token);
        var again = await harness.Desk.UndoAsync(item.Id, ChannelName.Web, Some.Operator, Token);

        Assert.Equal((WorkItemState.Done, WorkItemState.Undone), (item.State, undone.Item!.State));
        Assert.Equal((false, "There is nothing here that can be taken back."), (again.Accepted, again.Sentence));
        Assert.Equal(["one", "two", "back two", "back one"], WordsOf(harness));
        await SoundAsync(harness, item.Id);
    }

    [Fact]
    public async Task Failure_AfterSomethingWasDone_TakesItBackUnasked()
    {
        await using var harness = await ReversibleAsync();
        var thing = (ScriptedConnector)harness.Others[0];
        thing.Answer = (_, permit, _) => Task.FromResult<EffectResult?>(
            System.Text.Encoding.UTF8.GetString(permit.Effect.Bytes.Span).Contains("\"two\"", StringComparison.Ordinal) ? new EffectResult.Failed("Not two.", MayRetry: false) : null);
        var item = await harness.ReceivedAsync();

        Assert.Equal(WorkItemState.Failed, item.State);
        Assert.Equal(["one", "back one"], WordsOf(harness));
        await SoundAsync(harness, item.Id);
    }

    private static WorkItem Done(Undo undo) => Items.Allowed(undo).Apply([.. Items.Done(0), new WorkItemFinished(WorkItemState.Done)], Some.Moment);

    private static async Task<KernelHarness> ReversibleAsync()
    {
        var kind = new EffectKind("thing.do");
        EffectDraft Thing(string word) => new(kind, $$"""{"word":"{{word}}"}""");
        var thing = new ScriptedConnector
        {
            Kind = kind,
            Category = EffectCategory.Internal,
            OutcomeClass = OutcomeClass.Keyed,
            Undo = Undo.Reversible,
            TakeBack = effect => Thing("back " + WordOf(System.Text.Encoding.UTF8.GetString(effect.Bytes.Span))),
        };
        var harness = new KernelHarness { Others = [thing] };
        harness.Agent.Write = _ => Some.Proposal(Thing("one"), Thing("two"));
        await harness.OpenAsync();
        return harness;
    }

    private static IEnumerable<string> WordsOf(KernelHarness harness) => ((ScriptedConnector)harness.Others[0]).Done.Select(call => WordOf(call.Bytes));

    private static string WordOf(string bytes) => bytes.Split("\"word\":\"")[1].Split('"')[0];

    private static async Task SoundAsync(KernelHarness harness, WorkItemId id) =>
        Assert.Empty(History.FaultsIn(await harness.Process.Journal.ReadStreamAsync(StreamId.Of(id), Token)));
}
