using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Threads;
using AiOs.Testing;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Threads;

public sealed class ThreadTests
{
    [Fact]
    public async Task Follow_AnswerToAMailThatCameIn_TellsTheWorkItemThatItAnswers()
    {
        await using var stage = await ThreadStage.StartAsync();
        var first = await stage.ReceiveAsync("a@berg.example");
        await stage.FollowAsync();
        var second = await stage.ReceiveAsync("b@berg.example", "unknown@berg.example", "a@berg.example");
        await stage.FollowAsync();

        var (earlier, later) = (await stage.ViewAsync(first), await stage.ViewAsync(second));
        Assert.Equal([second], earlier.Replies);
        Assert.Equal(first, later.Answers);
        Assert.NotEqual(first, second);
        Assert.Equal(WorkItemState.AwaitingApproval, later.State);
        Assert.Contains(new CardBlock.Hint($"An answer came: see work item {second}."), earlier.Card.Blocks);
        Assert.Contains(new CardBlock.Hint($"It answers a mail of work item {first}."), later.Card.Blocks);
    }

    [Fact]
    public async Task Follow_AnswerToAMailOfOurs_TellsTheWorkItemThatSentIt()
    {
        await using var stage = await ThreadStage.StartAsync();
        var first = await stage.ReceiveAsync("a@berg.example");
        var sent = await stage.SendAsync(first);
        Assert.Equal(WorkItemState.Done, (await stage.ViewAsync(first)).State);
        await stage.FollowAsync();
        var second = await stage.ReceiveAsync("b@berg.example", sent);
        await stage.FollowAsync();

        var earlier = await stage.ViewAsync(first);
        Assert.Equal([second], earlier.Replies);
        Assert.Equal(WorkItemState.Done, earlier.State);
        Assert.Single(stage.Harness.Mail.Calls);
    }

    [Fact]
    public async Task Follow_SeveralAreKnown_TheLastCounts()
    {
        await using var stage = await ThreadStage.StartAsync();
        var first = await stage.ReceiveAsync("a@berg.example");
        var second = await stage.ReceiveAsync("b@berg.example", "a@berg.example");
        var third = await stage.ReceiveAsync("c@berg.example", "a@berg.example", "b@berg.example", "never-seen@berg.example");
        await stage.FollowAsync();

        Assert.Equal([second], await stage.RepliesAsync(first));
        Assert.Equal([third], await stage.RepliesAsync(second));
        Assert.Equal(third, await stage.FindAsync("a@berg.example", "c@berg.example"));
        Assert.Null(await stage.FindAsync("never-seen@berg.example"));
        Assert.Null(await stage.FindAsync());
    }

    [Fact]
    public async Task Follow_AgainFromTheStart_TellsNothingTwiceAndKnowsTheSame()
    {
        await using var stage = await ThreadStage.StartAsync();
        var late = await stage.ReceiveAsync("late-answer@berg.example", "a@berg.example");
        var first = await stage.ReceiveAsync("a@berg.example");
        var second = await stage.ReceiveAsync("b@berg.example", await stage.SendAsync(first));
        await stage.FollowAsync();
        var head = await stage.Harness.Store.HeadAsync(TestContext.Current.CancellationToken);

        // What came before cannot have answered it, however often it is read.
        await stage.Harness.Process.Get<ThreadFollower>().RestartAsync(TestContext.Current.CancellationToken);
        await stage.FollowAsync();
        Assert.Equal(head, await stage.Harness.Store.HeadAsync(TestContext.Current.CancellationToken));

        // The index is lost, as with an import.
        stage.Cursors = new FrailCursors(new InMemoryCursors());
        await stage.Harness.RestartAsync();
        await stage.FollowAsync();
        Assert.Equal(head, await stage.Harness.Store.HeadAsync(TestContext.Current.CancellationToken));
        Assert.Equal([second], await stage.RepliesAsync(first));
        Assert.Equal(first, await stage.FindAsync("a@berg.example"));
        Assert.Null((await stage.ViewAsync(late)).Answers);
    }

    [Fact]
    public async Task Rebuild_AfterIt_MailsAreThreadedAnew()
    {
        await using var stage = await ThreadStage.StartAsync();
        var first = await stage.ReceiveAsync("a@berg.example");
        await stage.ReceiveAsync("b@berg.example", "a@berg.example");
        await stage.FollowAsync();
        Assert.True((await stage.Harness.Process.Workspace.RebuildAsync(TestContext.Current.CancellationToken)).Same);
        await stage.FollowAsync();
        Assert.Equal(1, await stage.ToldAsync());
        Assert.Single(await stage.RepliesAsync(first));
    }

    [Fact]
    public async Task Follow_WhatNobodyWrote_IsNoAnswer()
    {
        await using var stage = await ThreadStage.StartAsync();
        var first = await stage.ReceiveAsync("a@berg.example");
        var robot = stage.Mail("b@berg.example", "a@berg.example");
        var echo = stage.Mail("c@berg.example", "a@berg.example");
        var typed = stage.Mail("d@berg.example", "a@berg.example");
        await stage.Harness.ReceiveAsync(robot with { Content = robot.Content with { Automatic = true } });
        await stage.Harness.ReceiveAsync(echo with { Content = echo.Content with { CameBack = true } });
        await stage.Harness.ReceiveAsync(typed with { Authority = Authority.Operator });
        await stage.FollowAsync();
        Assert.Empty(await stage.RepliesAsync(first));

        await stage.ReceiveAsync("e@berg.example", "a@berg.example");
        await stage.FollowAsync();
        Assert.Single(await stage.RepliesAsync(first));
    }

    [Fact]
    public async Task Follow_MailThatTakesAnIdOfAnother_GetsNoThread()
    {
        await using var stage = await ThreadStage.StartAsync();
        var first = await stage.ReceiveAsync("a@berg.example");
        var sent = await stage.SendAsync(first);
        await stage.ReceiveAsync("a@berg.example");
        await stage.ReceiveAsync(sent);
        await stage.ReceiveAsync("own@berg.example", "own@berg.example");
        await stage.FollowAsync();
        Assert.Equal(first, await stage.FindAsync("a@berg.example"));
        Assert.Equal(first, await stage.FindAsync(sent));
        Assert.Equal(0, await stage.ToldAsync());
    }

    [Fact]
    public async Task Follow_WorkItemOfSomebodyForgotten_IsToldNothing()
    {
        await using var stage = await ThreadStage.StartAsync();
        var first = await stage.ReceiveAsync("a@berg.example");
        await stage.FollowAsync();
        await stage.Harness.Process.Get<IForget>().ForgetAsync(Some.Anna.Address, ChannelName.Web, Some.Operator, TestContext.Current.CancellationToken);
        var second = await stage.ReceiveAsync("b@berg.example", "a@berg.example");
        await stage.FollowAsync();
        Assert.Null(await stage.FindAsync("a@berg.example"));
        Assert.Empty(await stage.RepliesAsync(first));
        Assert.Null((await stage.ViewAsync(second)).Answers);
    }

    [Fact]
    public async Task Follow_WhereverItDies_TellsOnce()
    {
        for (var dies = 1; ; dies++)
        {
            foreach (var movesFirst in new[] { false, true })
            {
                await using var stage = await ThreadStage.StartAsync();
                var first = await stage.ReceiveAsync("a@berg.example");
                var second = await stage.ReceiveAsync("b@berg.example", await stage.SendAsync(first));
                var third = await stage.ReceiveAsync("c@berg.example", "b@berg.example");
                (stage.Cursors.DiesAt, stage.Cursors.MovesFirst) = (stage.Cursors.Moves + dies, movesFirst);
                var died = await Record.ExceptionAsync(stage.FollowAsync);
                await stage.FollowAsync();
                Assert.Equal(2, await stage.ToldAsync());
                Assert.Equal([second], await stage.RepliesAsync(first));
                Assert.Equal([third], await stage.RepliesAsync(second));
                if (died is null)
                {
                    // It was never reached: each move before it was.
                    Assert.True(dies > 5, $"Only {dies - 1} moves.");
                    return;
                }
            }
        }
    }

    [Fact]
    public async Task Follow_CommitWhoseReplyWasLost_TellsOnce()
    {
        for (var crash = 1; ; crash++)
        {
            await using var stage = await ThreadStage.StartAsync();
            var first = await stage.ReceiveAsync("a@berg.example");
            var second = await stage.ReceiveAsync("b@berg.example", "a@berg.example");
            var process = await stage.Harness.CrashAsync(crashAt: crash);
            var died = await Record.ExceptionAsync(stage.FollowAsync);
            Assert.Equal(died is not null, process.Boundary.Crashed.IsCompleted);
            await stage.Harness.CrashAsync();
            await stage.FollowAsync();
            Assert.Equal(1, await stage.ToldAsync());
            Assert.Equal([second], await stage.RepliesAsync(first));
            if (died is null)
            {
                Assert.True(crash > 2, "The commit was never cut off.");
                return;
            }
        }
    }
}
