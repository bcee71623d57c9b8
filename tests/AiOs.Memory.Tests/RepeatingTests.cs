using Microsoft.Extensions.Time.Testing;

namespace AiOs.Memory.Tests;

/// <summary>Work beside everything else outlives every fault, and ends with the host.</summary>
public sealed class RepeatingTests
{
    [Fact]
    public async Task Run_WhateverGoesWrong_RestsAndGoesOnUntilTheHostGoes()
    {
        var time = new FakeTimeProvider();
        using var stop = new CancellationTokenSource();
        var (steps, faults) = (0, new List<string>());
        var running = Repeating.RunAsync(
            _ => ++steps == 1 ? throw new InvalidOperationException("odd") : Task.FromResult(TimeSpan.FromSeconds(1)),
            fault =>
            {
                faults.Add(fault.Message);
                return TimeSpan.FromSeconds(5);
            },
            time,
            stop.Token);

        Assert.Equal((1, "odd"), (steps, Assert.Single(faults)));
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(1, steps);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, steps);

        await stop.CancelAsync();
        await running;
        Assert.Single(faults);
    }

    [Fact]
    public async Task Run_FaultOfAHostThatGoes_IsNoFault()
    {
        using var stop = new CancellationTokenSource();
        await Repeating.RunAsync(
            async _ =>
            {
                await stop.CancelAsync();
                throw new ObjectDisposedException("store");
            },
            fault => throw fault,
            TimeProvider.System,
            stop.Token);

        Assert.True(stop.IsCancellationRequested);
    }
}
