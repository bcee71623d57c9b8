using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Tests.Support;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Desk;

public sealed class DeskTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Card_OfAnApproval_ShowsEveryArgumentOfTheExactBytes()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Agent.Write = _ => Some.Proposal(Some.Email("Thank you.\nAnna", to: "other@berg.example"), Some.Note("she asked"), Some.Client("Köln"));
        var item = await harness.ReceivedAsync();
        var shown = string.Join('\n', item.Card.Blocks.SelectMany(TextsOf));
        var state = (WorkItem)await harness.Process.Journal.LoadAsync(StreamId.Of(item.Id), Token);
        var values = state.Effects.SelectMany(effect => Leaves(effect.Effect!)).ToArray();

        Assert.All(values, value => Assert.Contains(value, shown, StringComparison.Ordinal));
        Assert.True(values.Length >= 9);
        Assert.All(item.Effects, effect => Assert.Contains(effect.Title, shown, StringComparison.Ordinal));
        Assert.True(Question.Covers(state, state.CurrentApproval!));
    }

    [Fact]
    public async Task Card_OfAnApproval_OffersDecisionsBoundToItsDigest()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        var decisions = item.Card.Actions.OfType<CardAction.Decide>().ToArray();

        Assert.Equal([DecisionKind.Approve, DecisionKind.Reject, DecisionKind.Change], decisions.Select(decide => decide.Kind));
        Assert.All(decisions, decide => Assert.Equal((item.Approvals[0].Id, item.Approvals[0].Digest), (decide.Approval, decide.Digest)));
        Assert.Equal(("A question", "Waiting for your decision", CardTone.Waiting), (item.Card.Title, item.Card.Status, item.Card.Tone));
    }

    [Fact]
    public async Task Card_AgentsWords_AreQuotedAsTheAgents()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();

        Assert.Contains(new CardBlock.Quote("The execution agent says", "Answer Anna."), item.Card.Blocks);
    }

    [Theory]
    [InlineData(ContentOrigin.InlineForward, true)]
    [InlineData(ContentOrigin.DirectMail, false)]
    [InlineData(ContentOrigin.AttachedForward, false)]
    public async Task Card_SenderFromForwardedText_SaysSoQuietly(ContentOrigin origin, bool said)
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Mail.Facts = _ => new EffectFacts { Counterparty = Some.Anna.Address, Values = [new SensitiveValue(SensitiveKind.Recipient, "to", Some.Anna.Address)] };
        var item = await harness.ReceivedAsync(Some.Mail() with { Content = Some.Mail().Content with { Origin = origin } });

        Assert.Equal(said, item.Card.Blocks.OfType<CardBlock.Hint>().Any(hint => hint.Value.Contains("anybody can write", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Card_AfterADecision_SaysWhoWhereAndWhenAndAsksNothing()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        item = (await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve)).Item!;

        Assert.Contains(new CardBlock.Hint("Approved by operator in web at 2026-11-22T13:19:00.000Z."), item.Card.Blocks);
        Assert.Empty(item.Card.Actions.OfType<CardAction.Decide>());
        Assert.Equal(("Done", CardTone.Done), (item.Card.Status, item.Card.Tone));
    }

    [Fact]
    public async Task Card_WithAGap_WarnsAndAsks()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Agent.Write = _ => Some.Proposal(Some.Email("It costs [?price]."));
        var item = await harness.ReceivedAsync();

        Assert.Contains(new CardBlock.Warning("Missing: text is not known."), item.Card.Blocks);
        Assert.Contains(item.Card.Actions, action => action is CardAction.Answer);
        Assert.Equal(["text is not known"], item.Effects[0].Gaps);
    }

    [Fact]
    public async Task Why_OfAProposal_NamesRuleSentenceReasonsAndEvidence()
    {
        await using var harness = await KernelHarness.StartAsync();
        var facts = (await harness.ReceivedAsync()).Why.Blocks.OfType<CardBlock.Facts>().SelectMany(block => block.Rows).ToArray();

        Assert.Contains(new Fact("Rule", "reputation-asks (policy built-in)"), facts);
        Assert.Contains(new Fact("Which says", "Nothing leaves in your name before you said yes."), facts);
        Assert.Contains(new Fact("execution", "she asked"), facts);
        Assert.Contains(new Fact("intake", "asks for a price"), facts);
        Assert.Contains(new Fact("message", "What does a week cost?"), facts);
    }

    [Fact]
    public async Task Timeline_OfAWorkItem_TellsEveryEventInOrder()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Mail.Answer = (attempt, _, _) => Task.FromResult<EffectResult?>(attempt == 1 ? new EffectResult.Unknown("The line went dead.") : null);
        harness.Agent.Write = brief => Some.Reply(brief) with { Question = brief.OperatorWords.Count == 0 ? "Which week?" : null };
        var item = await harness.ReceivedAsync();
        item = (await harness.AnswerAsync(item.Id, "The first.")).Item!;
        item = (await harness.DecideAsync(item.Approvals[^1], DecisionKind.Change, "Shorter.")).Item!;
        item = (await harness.DecideAsync(item.Approvals[^1], DecisionKind.Approve)).Item!;
        await harness.SettleAsync(item, Settlement.SendAgain);
        var entries = await harness.Desk.TimelineAsync(item.Id, Token);
        var events = (await harness.Process.Journal.ReadStreamAsync(StreamId.Of(item.Id), Token)).SelectMany(commit => commit.Events.Select(happened => (commit.Position, commit.At, EventCodec.TypeOf(happened).Name)));

        Assert.Equal(events, entries.Select(entry => (entry.Position, entry.At, entry.Type)));
        Assert.All(entries, entry => Assert.NotEqual(entry.Type, entry.Title));
        Assert.True(entries.Select(entry => entry.Type).Distinct().Count() >= 13);
        Assert.Contains(entries, entry => entry.Detail == "reputation-asks: Nothing leaves in your name before you said yes.");
    }

    [Fact]
    public void Timeline_EveryEventOfAWorkItem_HasWordsOfItsOwn()
    {
        Type[] elsewhere =
        [
            typeof(WorkspaceOpened), typeof(MessageRefused), typeof(NoteKept), typeof(NoteWithdrawn), typeof(RecordWritten), typeof(RecordMerged), typeof(RecordUnmerged), typeof(WorkspaceFrozen), typeof(WorkspaceResumed), typeof(PolicyAdopted),
            typeof(AutonomyOffered), typeof(AutonomyAccepted), typeof(AutonomyRevoked), typeof(ModelMoneyReserved), typeof(ModelMoneySettled),
            typeof(CorrectionWithdrawn), typeof(PreferenceLearned), typeof(PersonForgotten), typeof(ForgettingCompleted), typeof(WorkspaceRestored),
            typeof(DevicePaired), typeof(DeviceRevoked), typeof(MessageHeld), typeof(MessageRouted), typeof(CommandTaken),
        ];
        var samples = EventSamples.All.Where(sample => !elsewhere.Contains(sample.GetType())).ToArray();
        var entries = samples.SelectMany(sample => AiOs.Kernel.Desk.Timeline.Of(new Commit(1, new CommitId(Guid.Empty), Some.Moment, StreamId.Workspace, 1, "c", null, [sample])));

        Assert.Equal(samples.Length, entries.Count(entry => entry.Title != entry.Type));
    }

    [Fact]
    public async Task Recent_Pages_AreNewestFirstAndWithoutOverlap()
    {
        await using var harness = await KernelHarness.StartAsync();
        var ids = new List<WorkItemId>();
        for (var number = 0; number < 5; number++)
        {
            ids.Add((await harness.ReceiveAsync(Some.Mail(number))).WorkItem);
            harness.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await harness.DecideAsync((await harness.ViewAsync(ids[4])).Approvals[0], DecisionKind.Reject);
        ids.Reverse();
        var first = await harness.Desk.RecentAsync(2, null, openOnly: false, Token);
        var second = await harness.Desk.RecentAsync(10, first[1].Id, openOnly: false, Token);
        var open = await harness.Desk.RecentAsync(10, null, openOnly: true, Token);

        Assert.Equal(ids, first.Concat(second).Select(item => item.Id));
        Assert.Equal(ids.Skip(1), open.Select(item => item.Id));
    }

    [Fact]
    public async Task Journal_Pages_ShowClearTextOnlyNewestFirst()
    {
        await using var harness = await KernelHarness.StartAsync();
        await harness.ReceivedAsync();
        await harness.ReceivedAsync(Some.Mail(2));
        var page = await harness.Desk.JournalAsync(2, null, Token);
        var rest = await harness.Desk.JournalAsync(10, 2, Token);

        Assert.Equal((3L, harness.Store.Commits()[2].Hash), (page.Head, page.HeadHash));
        Assert.Equal([3L, 2L], page.Rows.Select(row => row.Position));
        Assert.Equal(["workspace-opened"], Assert.Single(rest.Rows).Types);
        Assert.Equal(["message-received", "work-item-opened", "intent-classified", "proposal-drafted", "effect-judged", "approval-requested"], page.Rows[0].Types);
    }

    [Fact]
    public async Task Costs_OfARun_CountsStatesCategoriesAndEffects()
    {
        await using var harness = await KernelHarness.StartAsync();
        await harness.DecideAsync((await harness.ReceivedAsync()).Approvals[0], DecisionKind.Approve);
        await harness.ReceivedAsync(Some.Mail(2));
        var costs = await harness.Desk.CostsAsync(Token);

        Assert.Equal((1L, 1L), (costs.WorkItems[WorkItemState.Done], costs.WorkItems[WorkItemState.AwaitingApproval]));
        Assert.Equal(2L, costs.Categories[Category.Inquiry]);
        Assert.Equal((1L, 0L, 0L), (costs.Effects["done"], costs.Effects["failed"], costs.Effects["unknown"]));
    }

    [Fact]
    public async Task Watch_OfChanges_TellsAfterTheyAreDurable()
    {
        await using var harness = await KernelHarness.StartAsync();
        await using var changes = harness.Desk.WatchAsync(Token).GetAsyncEnumerator(Token);
        var next = changes.MoveNextAsync();
        var item = await harness.ReceiveAsync(Some.Mail());

        Assert.True(await next);
        Assert.Equal(item.WorkItem, changes.Current);
        Assert.Equal(2, harness.Store.Commits().Count);
    }

    private static IEnumerable<string> Leaves(Effect effect)
    {
        using var document = JsonDocument.Parse(effect.Bytes);
        return [.. Leaves(document.RootElement.GetProperty("args"u8))];
    }

    private static IEnumerable<string> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("expectedVersion"u8, out var version) =>
            value.EnumerateObject().Where(member => member.Name is not ("expectedVersion" or "record")).SelectMany(member => Leaves(member.Value))
                .Concat(value.GetProperty("record"u8).GetString()!.Split('/')).Append($"version {version.GetInt64() + 1}"),
        JsonValueKind.Object when value.TryGetProperty("provenance"u8, out _) => Leaves(value.GetProperty("value"u8)).Append("from the message"),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Leaves(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        _ => [value.ToString()],
    };

    private static IEnumerable<string> TextsOf(CardBlock block) => block switch
    {
        CardBlock.Text text => [text.Value],
        CardBlock.Quote quote => [quote.Value],
        CardBlock.Facts facts => facts.Rows.Select(row => row.Value),
        _ => [],
    };
}
