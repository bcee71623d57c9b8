using AiOs.Contracts.Effects;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Sharing;

/// <summary>Two kernels that run on one store, by one clock that stands still until a test moves it.</summary>
internal static class TwoHosts
{
    /// <summary>How long a host that says nothing more counts as here.</summary>
    public static TimeSpan LeaseTime { get; } = TimeSpan.FromSeconds(30);

    public static KernelHarness Make(OutcomeClass outcome = OutcomeClass.Keyed, TimeSpan? timeout = null) => new()
    {
        Store = new InMemoryJournalStore { IsExclusive = false },
        Mail = new ScriptedConnector { OutcomeClass = outcome, AttemptTimeout = timeout ?? TimeSpan.FromMinutes(1) },
    };

    /// <summary>Starts a host that watches the clock.</summary>
    public static async Task<KernelProcess> RunAsync(this KernelHarness harness)
    {
        var process = await harness.OpenAsync();
        process.Workspace.Run();
        return process;
    }

    /// <summary>Lets the clock go on in small steps until something holds, and says how long that took.</summary>
    /// <param name="harness">The hosts.</param>
    /// <param name="holds">What is waited for.</param>
    /// <param name="atMost">How long, by their clock.</param>
    /// <param name="by">How far the clock goes at a time; each step costs some real milliseconds.</param>
    public static async Task<TimeSpan> UntilAsync(this KernelHarness harness, Func<bool> holds, TimeSpan atMost, TimeSpan? by = null)
    {
        var step = by ?? TimeSpan.FromMilliseconds(atMost > TimeSpan.FromSeconds(10) ? 1000 : 250);
        for (var gone = TimeSpan.Zero; ; gone += step)
        {
            // What the last step woke runs on other threads.
            for (var turn = 0; turn < 6 && !holds(); turn++)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            if (holds())
            {
                return gone;
            }

            Assert.True(gone < atMost, $"It did not come to be in {atMost}.");
            harness.Time.Advance(step);
        }
    }

    /// <summary>Lets the clock go on, and the hosts with it.</summary>
    public static async Task PassAsync(this KernelHarness harness, TimeSpan time)
    {
        var until = harness.Time.GetUtcNow() + time;
        await harness.UntilAsync(() => harness.Time.GetUtcNow() >= until, time + TimeSpan.FromSeconds(1));
    }
}
