using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Restoring;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Effects;

/// <summary>What the kernel does itself is stored and the store's answer is lost, with the store away just after: it is done, once, at the first attempt.</summary>
public sealed class JournalEffectTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>After a restore these alone may run unasked, so a kind that is added must be known there, and none beside them.</summary>
    [Fact]
    public async Task IsOurs_OfEveryKind_IsWhatIsDoneByACommit()
    {
        await using var harness = await KernelHarness.StartAsync();
        var connectors = harness.Process.Get<IEnumerable<IEffectConnector>>().ToArray();
        var ours = connectors.Where(connector => connector.GetType().BaseType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(JournalEffect<>)).ToArray();

        Assert.Equal(ours.Select(connector => connector.Kind), connectors.Select(connector => connector.Kind).Where(AfterRestore.IsOurs));
        Assert.Equal(7, ours.Length);
        Assert.NotEqual(ours.Length, connectors.Length);
    }

    [Fact]
    public async Task NoteKeep_ReplyLostAndStoreAway_EndsDone()
    {
        await using var harness = await ProposingAsync(Some.Note("she asked"));
        var item = await LosingTheReplyAsync(harness, "knowledge/", () => harness.ReceivedAsync());

        Assert.Equal(WorkItemState.Done, item.State);
        await OnceAsync(harness, item.Id, requests: 1);
    }

    [Fact]
    public async Task RecordWrite_ReplyLostAndStoreAway_EndsDone()
    {
        await using var harness = await ProposingAsync(Some.Client("Köln"));
        var item = await LosingTheReplyAsync(harness, StreamId.Of(Outside.Berg).Value, () => harness.ReceivedAsync());

        Assert.Equal(WorkItemState.Done, item.State);
        await OnceAsync(harness, item.Id, requests: 1);
    }

    [Fact]
    public async Task NoteWithdraw_ReplyLostAndStoreAway_EndsUndone()
    {
        await using var harness = await ProposingAsync(Some.Note("she asked"));
        var kept = await harness.ReceivedAsync();
        var undone = await LosingTheReplyAsync(harness, "knowledge/", () => harness.Desk.UndoAsync(kept.Id, ChannelName.Web, Some.Operator, Token));

        Assert.Equal((true, WorkItemState.Undone), (undone.Accepted, undone.Item!.State));
        await OnceAsync(harness, kept.Id, requests: 2);
    }

    [Fact]
    public async Task PolicyChange_ReplyLostAndStoreAway_EndsDone()
    {
        var change = new PolicyChangeArguments { ExpectedVersion = 0, Change = "ask-for", Kind = "email.send", Tier = 3 };
        await using var harness = await ProposingAsync(new EffectDraft(EffectKind.PolicyChange, JsonSerializer.Serialize(change, ArgumentsJson.Default.PolicyChangeArguments)));
        var asked = await harness.ReceivedAsync();
        var done = await LosingTheReplyAsync(harness, StreamId.Policy.Value, () => harness.DecideAsync(asked.Approvals[0], DecisionKind.Approve));

        Assert.Equal((true, WorkItemState.Done), (done.Accepted, done.Item!.State));
        Assert.Equal(1, ((PolicyState)await harness.Process.Journal.LoadAsync(StreamId.Policy, Token)).Current!.Version);
        await OnceAsync(harness, asked.Id, requests: 1);
    }

    private static async Task<KernelHarness> ProposingAsync(EffectDraft effect)
    {
        var harness = await KernelHarness.StartAsync();
        harness.Agent.Write = _ => Some.Proposal(effect);
        return harness;
    }

    /// <summary>The next write to such a stream is kept, and then nothing is heard of the store until the writer has given up on it.</summary>
    private static async Task<T> LosingTheReplyAsync<T>(KernelHarness harness, string stream, Func<Task<T>> act)
    {
        var store = harness.Store;
        var lost = false;
        store.BeforeAppend = batch =>
        {
            if (!lost && batch.Commits.Any(commit => commit.Stream.Value.StartsWith(stream, StringComparison.Ordinal)))
            {
                lost = true;
                store.FailNext(StoreFault.LostReply);
                store.AfterAppend = _ => store.IsAway = true;
            }

            return Task.CompletedTask;
        };
        var acting = act();
        await Eventually.TrueAsync(() => store.IsAway && harness.Process.Journal.DurableHead is null);
        store.AfterAppend = _ => { };
        store.IsAway = false;
        await Eventually.TrueAsync(() =>
        {
            harness.Time.Advance(TimeSpan.FromMilliseconds(10));
            return acting.IsCompleted;
        });
        return await acting;
    }

    private static async Task OnceAsync(KernelHarness harness, WorkItemId id, int requests)
    {
        var events = (await harness.Process.Journal.ReadStreamAsync(StreamId.Of(id), Token)).SelectMany(commit => commit.Events).ToArray();

        Assert.Equal(requests, events.OfType<EffectRequested>().Count());
        Assert.Equal(requests, events.OfType<EffectSucceeded>().Count());
        Assert.Empty(events.OfType<EffectPostponed>());
        Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
    }
}
