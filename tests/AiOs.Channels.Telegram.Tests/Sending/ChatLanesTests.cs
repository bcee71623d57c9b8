using AiOs.Channels.Telegram.Sending;
using AiOs.Contracts;

namespace AiOs.Channels.Telegram.Tests.Sending;

public sealed class ChatLanesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_SeveralInOneChat_KeepsTheirOrder()
    {
        var lanes = new ChatLanes(100);
        var first = new TaskCompletionSource();
        List<int> done = [];
        var all = Enumerable.Range(0, 20).Select(number => lanes.RunAsync(
            1,
            async () =>
            {
                await (number == 0 ? first.Task : Task.CompletedTask);
                done.Add(number);
                return number;
            },
            Token)).ToList();
        Assert.Empty(done);
        first.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(Enumerable.Range(0, 20), done);
        Assert.False(lanes.IsBusy(1));
    }

    [Fact]
    public async Task Run_AnotherChat_DoesNotWait()
    {
        var lanes = new ChatLanes(100);
        var never = new TaskCompletionSource<int>();
        var stuck = lanes.RunAsync(1, () => never.Task, Token);
        Assert.Equal(2, await lanes.RunAsync(2, () => Task.FromResult(2), Token));
        Assert.True(lanes.IsBusy(1));
        never.SetResult(1);
        await stuck;
    }

    [Fact]
    public async Task Run_OneGivesUpWaiting_TheNextStillWaitsForTheFirst()
    {
        var lanes = new ChatLanes(100);
        var first = new TaskCompletionSource<int>();
        using var patience = new CancellationTokenSource();
        var one = lanes.RunAsync(1, () => first.Task, Token);
        var two = lanes.RunAsync(1, () => Task.FromResult(2), patience.Token);
        var three = lanes.RunAsync(1, () => Task.FromResult(3), Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);
        Assert.False(three.IsCompleted);
        first.SetResult(1);
        var done = await Task.WhenAll(one, three);
        Assert.Equal([1, 3], done);
    }

    [Fact]
    public async Task Run_WorkBreaks_TheNextGoesOn()
    {
        var lanes = new ChatLanes(100);
        await Assert.ThrowsAsync<InvalidOperationException>(() => lanes.RunAsync<int>(1, static () => throw new InvalidOperationException(), Token));
        Assert.Equal(2, await lanes.RunAsync(1, static () => Task.FromResult(2), Token));
    }

    [Fact]
    public async Task Run_TooManyWait_SaysSoInsteadOfKeepingThem()
    {
        var lanes = new ChatLanes(2);
        var never = new TaskCompletionSource<int>();
        var one = lanes.RunAsync(1, () => never.Task, Token);
        var two = lanes.RunAsync(1, () => Task.FromResult(2), Token);
        var full = await Assert.ThrowsAsync<AiOsException>(() => lanes.RunAsync(1, static () => Task.FromResult(3), Token));
        Assert.True(full.IsTransient);
        never.SetResult(1);
        await Task.WhenAll(one, two);
    }
}
