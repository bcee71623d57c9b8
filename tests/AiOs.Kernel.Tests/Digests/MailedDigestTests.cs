using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Schedules;
using AiOs.Testing.Chat;

namespace AiOs.Kernel.Tests.Digests;

/// <summary>The digest in the operator's own mailbox, where that is wanted.</summary>
public sealed class MailedDigestTests
{
    [Fact]
    public async Task Run_ChatAndMailbox_TellsTheSameInBothOnce()
    {
        var post = new ScriptedPost();
        await using var stage = await DigestStage.StartAsync(post, ChannelName.Telegram);
        await stage.MailAsync("pay 1250");
        var due = stage.Now;
        var proved = Assert.IsType<JobReport.Proved>(await stage.RunAsync(due));
        await stage.Harness.RestartAsync();
        await stage.RunAsync(due);

        var mailed = Assert.Single(post.Notes);
        var said = Assert.Single(DigestStage.SaidIn(stage.Telegram));
        Assert.Equal(DigestStage.TextOf(said), DigestStage.TextOf(mailed));
        Assert.NotEmpty(said.Buttons);
        Assert.Empty(mailed.Buttons);
        Assert.Contains(proved.Proof, static fact => fact is { Name: "mail", Value: "1 sent" });
    }

    [Fact]
    public async Task Run_NobodyIsPaired_IsProvedByTheMailbox()
    {
        var post = new ScriptedPost();
        await using var stage = await DigestStage.StartAsync(post);
        Assert.Equal("The digest stands in 1 place.", Assert.IsType<JobReport.Proved>(await stage.RunAsync()).Sentence);
        Assert.Single(post.Notes);
    }

    [Fact]
    public async Task Look_ServerWasAway_GetsItLater()
    {
        var post = new ScriptedPost { Answer = static () => throw ScriptedChannel.Transient };
        await using var stage = await DigestStage.StartAsync(post, ChannelName.Telegram);
        await stage.RunAsync();
        post.Answer = static () => null;
        await LookAsync(stage);
        await LookAsync(stage);

        Assert.Equal(2, post.Notes.Count);
        Assert.Single(DigestStage.SaidIn(stage.Telegram));
        Assert.Empty(await stage.WarningsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Look_NotDelivered_IsToldInTheChatAndNotSentAgain(bool unknown)
    {
        var post = new ScriptedPost { Answer = () => unknown ? new SendOutcome.Unknown() : new SendOutcome.Refused("No.") };
        await using var stage = await DigestStage.StartAsync(post, ChannelName.Telegram);
        await stage.RunAsync();
        await LookAsync(stage);
        await LookAsync(stage);

        Assert.Single(post.Notes);
        Assert.Contains("could not be delivered in mail", Assert.Single(DigestStage.SaidIn(stage.Telegram).Skip(1)).Title, StringComparison.Ordinal);
    }

    private static async Task LookAsync(DigestStage stage)
    {
        stage.Harness.Time.Advance(TimeSpan.FromMinutes(10));
        await stage.Watchman.LookAsync(TestContext.Current.CancellationToken);
    }
}
