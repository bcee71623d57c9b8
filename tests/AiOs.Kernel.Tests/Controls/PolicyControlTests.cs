using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Controls;

/// <summary>The policy is a versioned Record: from a file, from chat, and tried before it holds.</summary>
public sealed class PolicyControlTests
{
    private const string Strict = """
        version: 1
        rules:
          - { name: everything-typed, when: {}, then: ask-2, because: "I type what I approve." }
        """;

    private static readonly CancellationToken Token = CancellationToken.None;

    [Fact]
    public async Task Load_ChangedFile_IsTheNextVersionAndJudges()
    {
        await using var harness = await KernelHarness.StartAsync();
        var controls = harness.Process.Get<IControls>();
        var loaded = await controls.LoadPolicyAsync(Strict, Token);
        var again = await controls.LoadPolicyAsync(Strict, Token);
        var item = await harness.ReceivedAsync();

        Assert.Equal((true, "policy/main@1 is in force."), (loaded.Accepted, loaded.Sentence));
        Assert.Equal("policy/main@1 stays in force.", again.Sentence);
        Assert.Equal((2, "yes"), (item.Approvals[0].Tier, item.Approvals[0].Confirm));
        Assert.Equal(new PolicyView("policy/main@1", Strict), await controls.PolicyAsync(Token));
    }

    [Fact]
    public async Task Load_BadFile_IsRefusedWithItsLineAndTheOldOneHolds()
    {
        await using var harness = await KernelHarness.StartAsync();
        var controls = harness.Process.Get<IControls>();
        await controls.LoadPolicyAsync(Strict, Token);
        var bad = await controls.LoadPolicyAsync(Strict + "\n  - { name: oops, when: { colour: red }, then: allow, because: \"x\" }\n", Token);

        Assert.Equal((false, 4), (bad.Accepted, bad.Line));
        Assert.Contains("colour", bad.Sentence, StringComparison.Ordinal);
        Assert.Equal("policy/main@1", (await controls.PolicyAsync(Token)).Version);
    }

    [Fact]
    public async Task Load_AfterARestart_TheVersionInForceJudges()
    {
        await using var harness = await KernelHarness.StartAsync();
        await harness.Process.Get<IControls>().LoadPolicyAsync(Strict, Token);
        await harness.RestartAsync();

        Assert.Equal(2, (await harness.ReceivedAsync()).Approvals[0].Tier);
    }

    [Fact]
    public async Task Load_StricterWhileACardWaits_VoidsItAndAsksAgainWithTheDifference()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        await harness.Process.Get<IControls>().LoadPolicyAsync(Strict, Token);
        var tapped = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

        Assert.False(tapped.Accepted);
        Assert.Equal(["voided", "open"], tapped.Item!.Approvals.Select(approval => approval.State));
        Assert.Contains("I type what I approve.", Assert.Single(tapped.Item.Approvals[1].Differences), StringComparison.Ordinal);
        Assert.Equal(2, tapped.Item.Approvals[1].Tier);
        Assert.Empty(harness.Mail.Calls);

        var approved = await harness.DecideAsync(tapped.Item.Approvals[1], DecisionKind.Approve, confirm: "YES");

        Assert.Equal(WorkItemState.Done, approved.Item!.State);
    }

    [Fact]
    public async Task Try_DraftAgainstTheJournal_SaysWhatWouldHaveBeenDifferentAndAppendsNothing()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        await harness.ReceivedAsync(Some.Mail(2));
        var commits = harness.Store.Commits().Count;
        var tried = await harness.Process.Get<IControls>().TryPolicyAsync(Strict, 30, Token);

        Assert.Equal((true, 2, 2), (tried.Accepted, tried.Examined, tried.Differences.Count));
        var first = tried.Differences[0];
        Assert.Equal((item.Id, "approved as drafted", "ask (reputation-asks)", "ask-2 (everything-typed)", false), (first.WorkItem, first.Decision, first.Before, first.After, first.Milder));
        Assert.Equal("still open", tried.Differences[1].Decision);
        Assert.Equal(commits, harness.Store.Commits().Count);
    }

    [Fact]
    public async Task Try_BadDraft_IsRefusedWithItsLine()
    {
        await using var harness = await KernelHarness.StartAsync();
        var tried = await harness.Process.Get<IControls>().TryPolicyAsync("version: 1\nrules: maybe\n", 30, Token);

        Assert.Equal((false, 2), (tried.Accepted, tried.Line));
    }

    [Fact]
    public async Task Change_FromChat_IsAskedInTierTwoThenInForceAndCanBeTakenBack()
    {
        await using var harness = await KernelHarness.StartAsync();
        var change = new PolicyChangeArguments { ExpectedVersion = 0, Change = "set-cap", Scope = "spending", Name = "ads", Period = "month", Minor = 200_00, Currency = "EUR" };
        harness.Agent.Write = _ => Some.Proposal(new EffectDraft(EffectKind.PolicyChange, JsonSerializer.Serialize(change, ArgumentsJson.Default.PolicyChangeArguments)));
        var item = await harness.ReceivedAsync();
        var card = item.Approvals[0];
        var untyped = await harness.DecideAsync(card, DecisionKind.Approve, confirm: "no");
        var done = await harness.DecideAsync(card, DecisionKind.Approve);
        var budget = await harness.Process.Get<IControls>().BudgetAsync(Token);

        Assert.Equal(2, card.Tier);
        Assert.False(untyped.Accepted);
        Assert.Equal(WorkItemState.Done, done.Item!.State);
        Assert.Contains(budget.Caps, cap => cap.Name == "spending/ads/month" && cap.Most.Minor == 200_00);

        var undo = await harness.Desk.UndoAsync(item.Id, ChannelName.Web, Some.Operator, Token);
        var back = await harness.DecideAsync(undo.Item!.Approvals[^1], DecisionKind.Approve);

        Assert.Equal(WorkItemState.Undone, back.Item!.State);
        Assert.DoesNotContain((await harness.Process.Get<IControls>().BudgetAsync(Token)).Caps, cap => cap.Name == "spending/ads/month");
    }

    [Fact]
    public async Task Change_OnAnOlderVersion_IsNotMade()
    {
        await using var harness = await KernelHarness.StartAsync();
        await harness.Process.Get<IControls>().LoadPolicyAsync("version: 1\nrules: []\n", Token);
        harness.Agent.Write = _ => Some.Proposal(new EffectDraft(EffectKind.PolicyChange, """{"expectedVersion":0,"change":"ask-for","kind":"email.send","tier":3}"""));
        var item = await harness.ReceivedAsync();
        var done = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

        Assert.Equal(WorkItemState.Failed, done.Item!.State);
        Assert.Contains("has changed since", done.Sentence, StringComparison.Ordinal);
        Assert.Equal("policy/main@1", (await harness.Process.Get<IControls>().PolicyAsync(Token)).Version);
    }
}
