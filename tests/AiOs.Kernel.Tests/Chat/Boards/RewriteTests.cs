using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Chat.Places;
using AiOs.Testing;
using AiOs.Testing.Doubles;

namespace AiOs.Kernel.Tests.Chat.Boards;

/// <summary>What stands in a chat follows what happens, and a new question gets a new message.</summary>
public sealed class RewriteTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("web")]
    [InlineData("telegram")]
    [InlineData("cli")]
    public async Task Keep_DecidedAnywhere_RewritesEveryPlace(string channel)
    {
        await using var stage = await BoardStage.StartAsync("anna", "ben");
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);
        await stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Reject, channel: channel);
        await stage.UntilAsync(() => stage.Channel.Rewritten.Count == 2);
        await stage.SettleAsync();

        Assert.All(new[] { "m1", "m2" }, message => Assert.Equal("Rejected", stage.Channel.At(message)!.Status));
        Assert.All(stage.Channel.Rewritten, call => Assert.DoesNotContain(call.Card!.Actions, action => action is CardAction.Decide));
        Assert.Equal(4, stage.Channel.Calls.Count);
    }

    [Fact]
    public async Task Keep_ChangeIsWanted_OldSaysSupersededFirstAndANewOneIsSent()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        await stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Change, "shorter");
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);
        await stage.SettleAsync();

        Assert.Equal(["send", "rewrite", "send"], stage.Channel.Calls.Select(call => call.Kind));
        var old = stage.Channel.At("m1")!;
        Assert.Equal(("Superseded", CardTone.Declined), (old.Status, old.Tone));
        Assert.Equal([new CardAction.Why(item.Id)], old.Actions);
        var asked = (await stage.Harness.ViewAsync(item.Id)).Approvals[^1];
        Assert.Contains(stage.Channel.At("m2")!.Actions, action => action is CardAction.Decide decide && decide.Approval == asked.Id);
        var places = stage.Harness.Process.Get<ICardPlaces>();
        Assert.True(await places.ShowsAsync(ChannelName.Telegram, BoardStage.Anna, asked.Id, Token));
        Assert.False(await places.ShowsAsync(ChannelName.Telegram, BoardStage.Anna, item.Approvals[0].Id, Token));
    }

    [Fact]
    public async Task Keep_NobodyAnswers_RingsAgainForEachRungButTheDigestAndSaysExpired()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        await stage.Harness.TickAsync(TimeSpan.FromHours(4));
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);
        await stage.Harness.TickAsync(TimeSpan.FromHours(8));
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 3);
        await stage.Harness.TickAsync(TimeSpan.FromHours(12));
        await stage.SettleAsync();
        Assert.Equal(["send", "rewrite", "send", "rewrite", "send"], stage.Channel.Calls.Select(call => call.Kind));

        await stage.Harness.TickAsync(item.Approvals[0].ExpiresAt - stage.Harness.Time.GetUtcNow());
        await stage.UntilAsync(() => stage.Channel.At("m3")!.Status == "Expired");
        Assert.Equal(["Superseded", "Superseded"], new[] { "m1", "m2" }.Select(message => stage.Channel.At(message)!.Status));
        Assert.Equal(3, stage.Channel.Sent.Count);
    }

    [Fact]
    public async Task Keep_AnAttemptIsLost_IsANewQuestion()
    {
        var mail = new ScriptedConnector { OutcomeClass = OutcomeClass.Neither, Answer = (_, _, _) => Task.FromResult<EffectResult?>(new EffectResult.Unknown("The line went dead.")) };
        await using var stage = await BoardStage.StartAsync(mail, "anna");
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        await stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);

        Assert.Contains(stage.Channel.At("m2")!.Actions, action => action is CardAction.Settle);
        Assert.Equal("Superseded", stage.Channel.At("m1")!.Status);
    }

    [Fact]
    public async Task Keep_DecidedWhileNoHostKeptCards_RewritesAfterTheStart()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        await stage.RestartAsync(() => stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Approve));
        await stage.UntilAsync(() => stage.Channel.Rewritten.Count == 1);
        await stage.SettleAsync();

        Assert.Equal("Done", stage.Channel.At("m1")!.Status);
        Assert.Equal(2, stage.Channel.Calls.Count);
    }

    [Fact]
    public async Task Keep_RestartWithNothingNew_SaysNothing()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        await stage.RestartAsync();
        await stage.SettleAsync();

        Assert.Single(stage.Channel.Calls);
    }

    [Fact]
    public async Task Keep_PersonIsForgotten_LeavesNoWordOfTheirs()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        await stage.Harness.ReceivedAsync(Some.Mail(text: "Zimtschnecke", subject: "Zimtschnecke"));
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        await stage.Harness.Process.Get<IForget>().ForgetAsync(Some.Anna.Address, ChannelName.Web, Some.Operator, Token);
        await stage.UntilAsync(() => stage.Channel.Rewritten.Count > 0);
        await stage.SettleAsync();

        var left = stage.Channel.At("m1")!;
        Assert.Equal(("Forgotten", "Forgotten"), (left.Title, left.Status));
        Assert.Empty(left.Blocks);
        Assert.DoesNotContain(left.Actions, action => action is CardAction.Decide);
    }

    [Fact]
    public async Task Keep_MessageIsGoneAndItStillWaits_SendsItAgain()
    {
        await using var stage = await WantingTwoYesAsync();
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        stage.Channel.Answer = call => call.Kind == "rewrite" ? new SendOutcome.MessageGone() : null;
        await stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Approve, channel: "telegram");
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);

        Assert.Contains(stage.Channel.At("m2")!.Actions, action => action is CardAction.Decide);
    }

    [Fact]
    public async Task Keep_MessageIsGoneAndNobodyWaits_SendsNothing()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        stage.Channel.Answer = call => call.Kind == "rewrite" ? new SendOutcome.MessageGone() : null;
        await stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Reject);
        await stage.UntilAsync(() => stage.Channel.Rewritten.Count == 1);
        await stage.SettleAsync();

        Assert.Equal(["send", "rewrite"], stage.Channel.Calls.Select(call => call.Kind));
    }

    [Theory]
    [InlineData("telegram", "send rewrite")]
    [InlineData("teams", "send rewrite send")]
    public async Task Keep_FirstOfTwoYes_RingsOnlyWhereTheSecondIsWanted(string first, string calls)
    {
        await using var stage = await WantingTwoYesAsync();
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        var nonce = item.Approvals[0].Nonce;
        await stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Approve, channel: first);
        await stage.UntilAsync(() => stage.Channel.Calls.Count == calls.Split(' ').Length);
        await stage.SettleAsync();

        Assert.Equal(calls, string.Join(' ', stage.Channel.Calls.Select(call => call.Kind)));
        var newest = stage.Channel.Calls[^1].Card!.Actions.OfType<CardAction.Decide>().First();
        Assert.Equal(item.Approvals[0].Id, newest.Approval);
        Assert.NotEqual(nonce, newest.Nonce);
    }

    /// <summary>Mail is asked for twice.</summary>
    private static async Task<BoardStage> WantingTwoYesAsync()
    {
        var stage = await BoardStage.StartAsync();
        var change = new PolicyChangeArguments { ExpectedVersion = 0, Change = "ask-for", Kind = "email.send", Tier = 3 };
        stage.Harness.Agent.Write = _ => Some.Proposal(new EffectDraft(EffectKind.PolicyChange, JsonSerializer.Serialize(change, ArgumentsJson.Default.PolicyChangeArguments)));
        var asked = await stage.Harness.ReceivedAsync(Some.Mail(99));
        Assert.True((await stage.Harness.DecideAsync(asked.Approvals[0], DecisionKind.Approve)).Accepted);
        stage.Harness.Agent.Write = Some.Reply;
        stage.Pairing.Set("anna");
        await stage.SettleAsync();
        return stage;
    }
}
