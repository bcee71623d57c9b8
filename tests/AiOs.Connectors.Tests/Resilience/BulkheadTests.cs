using AiOs.Connectors.Resilience;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Effects;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Connectors.Tests.Resilience;

/// <summary>R11: a part that is slow takes only its own places.</summary>
public sealed class BulkheadTests
{
    private const int Attempts = 200;

    private static readonly GuardOptions Options = new() { Name = "mail" };

    private readonly FakeTimeProvider _time = new(Effects.Decided);
    private readonly ScriptedOutside _outside = new();
    private readonly ConnectorGuard _guard;

    public BulkheadTests() => _guard = new ConnectorGuard(Options, _time, new FixedEntropy());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Perform_TwoHundredAtOnce_FewGoInFewWaitTheRestIsSentAway()
    {
        var open = Gate();
        Task<EffectResult>[] all = [.. Enumerable.Range(0, Attempts).Select(_ => PerformAsync())];
        Assert.Equal(Options.MostAtOnce, _outside.Writes);
        Assert.Equal(Options.MostAtOnce + Options.MostWaiting, all.Count(task => !task.IsCompleted));
        Assert.Equal("mail is not resting; 4 of 4 calls are under way.", _guard.Health().Sentence);
        open.SetResult();
        var ends = await Task.WhenAll(all);
        Assert.Equal(Options.MostAtOnce + Options.MostWaiting, ends.Count(end => end is EffectResult.Done));
        Assert.Equal((Options.MostAtOnce + Options.MostWaiting, Options.MostAtOnce), (_outside.Writes, _outside.MostAtOnce));
        Assert.All(ends.OfType<EffectResult.NotTried>(), end => Assert.Equal(Effects.Decided + Options.ComeBackAfter, end.Until));
        Assert.Equal(Attempts - Options.MostAtOnce - Options.MostWaiting, ends.OfType<EffectResult.NotTried>().Count());
    }

    [Fact]
    public async Task Perform_WaitedTooLong_IsSentAwayUncalled()
    {
        var open = Gate();
        Task<EffectResult>[] all = [.. Enumerable.Range(0, 12).Select(_ => PerformAsync())];
        _time.Advance(Options.LongestWait);
        var waited = await Task.WhenAll(all.Skip(Options.MostAtOnce));
        Assert.All(waited, end => Assert.IsType<EffectResult.NotTried>(end));
        Assert.Equal(Options.MostAtOnce, _outside.Writes);
        open.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(Options.MostAtOnce, _outside.Writes);
    }

    [Fact]
    public async Task Perform_CalledOffWhileWaiting_FreesItsPlaceInTheQueue()
    {
        var open = Gate();
        Task<EffectResult>[] inside = [.. Enumerable.Range(0, 4).Select(_ => PerformAsync())];
        using var off = new CancellationTokenSource();
        Task<EffectResult>[] waiting = [.. Enumerable.Range(0, 8).Select(_ => PerformAsync(off.Token))];
        await off.CancelAsync();
        Assert.All(await Task.WhenAll(waiting), end => Assert.IsType<EffectResult.NotTried>(end));
        Task<EffectResult>[] others = [.. Enumerable.Range(0, 8).Select(_ => PerformAsync())];
        open.SetResult();
        Assert.All(await Task.WhenAll(inside.Concat(others)), end => Assert.IsType<EffectResult.Done>(end));
        Assert.Equal(12, _outside.Writes);
    }

    [Fact]
    public async Task Perform_FromManyThreads_NeverMoreInsideThanMay()
    {
        var done = await StormAsync(() => PerformAsync(), together: 2);

        // How many get in at once is up to the machine; that it is more than one shows that the storm was none in name only.
        Assert.InRange(_outside.MostAtOnce, 2, Options.MostAtOnce);
        Assert.Equal(done, _outside.Writes);
        Assert.True(done >= Attempts, $"{done} done");
    }

    [Fact]
    public async Task Perform_WithoutTheBulkhead_IsCaughtByTheSameCheck()
    {
        var done = await StormAsync(() => _outside.PerformAsync(Effects.Permit(Effects.Arguments()), Token), together: Options.MostAtOnce + 1);
        Assert.True(_outside.MostAtOnce > Options.MostAtOnce, $"{_outside.MostAtOnce} at once of {done}");
    }

    /// <summary>Two hundred threads of work at once, each until it is done. The first ones wait for each other, however few threads the machine has to spare.</summary>
    private async Task<int> StormAsync(Func<Task<EffectResult>> perform, int together)
    {
        var (inside, met) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _outside.Write = async _ =>
        {
            if (Interlocked.Increment(ref inside) >= together)
            {
                met.TrySetResult();
            }

            await met.Task;
            for (var i = 0; i < 20; i++) await Task.Yield();
            return new EffectResult.Done("r", "Done.");
        };
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, Attempts).Select(_ => Task.Run(
            async () =>
            {
                while (await perform() is not EffectResult.Done) await Task.Yield();
                Interlocked.Increment(ref done);
            },
            Token)));
        return done;
    }

    private TaskCompletionSource Gate()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _outside.Write = async _ =>
        {
            await open.Task;
            return new EffectResult.Done("r", "Done.");
        };
        return open;
    }

    private Task<EffectResult> PerformAsync() => PerformAsync(Token);

    private Task<EffectResult> PerformAsync(CancellationToken token) =>
        new GuardedConnector<ScriptedOutside>(_outside, _guard).PerformAsync(Effects.Permit(Effects.Arguments()), token);
}
