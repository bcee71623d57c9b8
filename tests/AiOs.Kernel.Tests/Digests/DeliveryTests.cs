using AiOs.Contracts;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Schedules;
using AiOs.Testing.Chat;

namespace AiOs.Kernel.Tests.Digests;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Run_QuietDay_SaysSoInOneLine()
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram);
        await stage.RunAsync();
        stage.Harness.Time.Advance(TimeSpan.FromHours(24));
        var proved = Assert.IsType<JobReport.Proved>(await stage.RunAsync());

        var note = DigestStage.SaidIn(stage.Telegram)[^1];
        Assert.Equal("Quiet day: nothing waits, nothing failed.", note.Title);
        Assert.Single(note.Blocks);
        Assert.Empty(note.Buttons);
        Assert.Contains(proved.Proof, static fact => fact is { Name: "telegram", Value: "1 sent" });
    }

    [Fact]
    public async Task Run_BusyDay_TellsWhatWaitsAndWhatWasDone()
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram, ChannelName.Teams);
        await stage.DecideAsync(await stage.MailAsync("pay 1250"), Contracts.Approvals.DecisionKind.Approve);
        await stage.MailAsync("note");
        await stage.MailAsync("ask");
        for (var mail = 0; mail < 10; mail++)
        {
            await stage.MailAsync("mail");
        }

        await stage.RefuseAsync("truncated");
        await stage.ModelAsync(42);
        Assert.IsType<JobReport.Proved>(await stage.RunAsync());

        var note = Assert.Single(DigestStage.SaidIn(stage.Telegram));
        var text = DigestStage.TextOf(note);
        Assert.Equal("Sun 22 Nov: 11 things wait, 2 done, 1 failed", note.Title);
        Assert.Contains("Waiting for you: 10 decisions, 1 question", text, StringComparison.Ordinal);
        Assert.Contains("And 3 more; /tasks lists all.", text, StringComparison.Ordinal);
        Assert.Contains("Done without asking you: 1", text, StringComparison.Ordinal);
        Assert.Contains("out: 12.50 EUR", text, StringComparison.Ordinal);
        Assert.Contains("models: 0.42 EUR (execution 0.42 EUR)", text, StringComparison.Ordinal);
        Assert.Contains("refused by mail: truncated: 1", text, StringComparison.Ordinal);
        Assert.Contains("Money out: Sun 12.50 EUR. Models: Sun 0.42 EUR", text, StringComparison.Ordinal);
        Assert.Equal(8, note.Buttons.Count);
        Assert.All(note.Buttons, static button => Assert.IsType<Contracts.Cards.CardTap.Show>(button.Tap));
        Assert.Single(DigestStage.SaidIn(stage.Teams));
    }

    [Fact]
    public async Task Run_TheSameFiringAgain_SendsNothing()
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram);
        var due = stage.Now;
        await stage.RunAsync(due);
        await stage.Harness.RestartAsync();
        stage.Harness.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<JobReport.Proved>(await stage.RunAsync(due));

        Assert.Single(DigestStage.SaidIn(stage.Telegram));
    }

    [Fact]
    public async Task Run_ProcessEndsWhileSending_IsNotSentTwice_AndSaysThatNobodyKnows()
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram, ChannelName.Teams);
        var due = stage.Now;
        stage.Telegram.Answer = call =>
        {
            stage.Cursors.IsDead = call.Kind == "say";
            return null;
        };
        await Assert.ThrowsAsync<AiOsException>(() => stage.RunAsync(due));
        stage.Telegram.Answer = _ => null;
        await stage.Harness.CrashAsync();
        var proved = Assert.IsType<JobReport.Proved>(await stage.RunAsync(due));

        Assert.Single(DigestStage.SaidIn(stage.Telegram));
        Assert.Single(DigestStage.SaidIn(stage.Teams));
        Assert.Contains(proved.Proof, static fact => fact is { Name: "telegram", Value: "1 perhaps sent" });
        Assert.Contains(proved.Proof, static fact => fact is { Name: "teams", Value: "1 sent" });
    }

    [Fact]
    public async Task Run_EverySecondAttempt_TellsTheSameWindow()
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram);
        await stage.MailAsync("note");
        var due = stage.Now;
        stage.Telegram.Answer = _ => throw ScriptedChannel.Transient;
        var failed = Assert.IsType<JobReport.Failed>(await stage.RunAsync(due));
        Assert.True(failed.MayRetry);
        await stage.MailAsync("note");
        stage.Telegram.Answer = _ => null;
        await stage.RunAsync(due);
        stage.Harness.Time.Advance(TimeSpan.FromDays(1));
        await stage.RunAsync();

        var notes = DigestStage.SaidIn(stage.Telegram).TakeLast(2).Select(DigestStage.TextOf).ToArray();
        Assert.All(notes, static text => Assert.Contains("Done without asking you: 1", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("gone")]
    public async Task Run_NoPlaceTakesIt_HasFailed(string how)
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram);
        stage.Telegram.Answer = _ => how == "gone" ? new SendOutcome.PlaceGone() : new SendOutcome.Refused("Too long.");
        var failed = Assert.IsType<JobReport.Failed>(await stage.RunAsync());

        Assert.False(failed.MayRetry);
        Assert.Contains("web page", failed.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NobodyIsPaired_IsOnThePage()
    {
        await using var stage = await DigestStage.StartAsync();
        var proved = Assert.IsType<JobReport.Proved>(await stage.RunAsync());

        Assert.Contains(proved.Proof, static fact => fact.Name == "web");
        Assert.Empty(stage.Telegram.Calls);
    }

    [Fact]
    public async Task Run_HostWasDown_SaysHowLate()
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram);
        await stage.RunAsync(stage.Now, missed: 1);
        stage.Harness.Time.Advance(TimeSpan.FromHours(27));
        await stage.Harness.RestartAsync();
        await stage.RunAsync(stage.Now.AddHours(-3), missed: 2);

        Assert.Contains("Comes 3 hours late, since no host ran. It stands for 2 earlier ones as well.", DigestStage.TextOf(DigestStage.SaidIn(stage.Telegram)[^1]), StringComparison.Ordinal);
    }
}
