using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Models;
using AiOs.Kernel.Budgets;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Trust;

/// <summary>R10; TRUST.md part 4: spending caps raced (litellm #34732), or checked only between runs (paperclip #11276: 0.50 cap, 5.11 spent).</summary>
public sealed class CapRaceTests(ITestOutputHelper output)
{
    private const int Callers = 1_000;
    private const long Cap = 200;

    private static readonly Money Cent = new(1, "EUR");

    [Fact]
    public async Task Reserve_AThousandAtOnceWithLostRepliesAndACrash_NeverPassesTheCap()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Store.FailNext(StoreFault.LostReply, StoreFault.TransientBefore, StoreFault.None, StoreFault.TakenByAnother, StoreFault.TakenByItself);
        var first = await ReserveAsync(harness, Callers / 2);
        await harness.CrashAsync();
        var second = await ReserveAsync(harness, Callers / 2);
        var (most, spent) = await MostUsedAsync(harness);

        Assert.InRange(most, 1, Cap);
        Assert.True(first + second <= spent, "leave was given for money that the journal does not hold");
        Assert.Equal(Cap, spent);
        output.WriteLine($"R10: {Callers} callers, cap {Cap}, {first + second} told yes, {spent} in the journal, at most {most} at any position");
    }

    /// <summary>A loop that is already running stops in the middle, at the cap and not after it.</summary>
    [Fact]
    public async Task Reserve_InARunningLoop_StopsInTheMiddle()
    {
        await using var harness = await KernelHarness.StartAsync();
        var meter = harness.Process.Get<IModelMeter>();
        var called = 0;
        while (await meter.ReserveAsync(AgentName.Execution, new Money(30, "EUR"), TimeSpan.FromMinutes(1), CancellationToken.None) is ModelLeave.Granted leave)
        {
            await meter.SettleAsync(leave, new Money(30, "EUR"), CancellationToken.None);
            called++;
        }

        Assert.Equal(6, called);
    }

    /// <summary>The control: whoever looks at the cap outside the writer is told yes a thousand times.</summary>
    [Fact]
    public async Task Reserve_CheckedOutsideTheWriter_PassesTheCap()
    {
        await using var harness = await KernelHarness.StartAsync();
        var caps = KernelHarness.BuiltIn.ModelCaps;
        var seen = harness.Process.Journal.Ledger.Budget;
        var yes = Enumerable.Range(0, Callers).Count(_ => seen.ReserveModel(AgentName.Execution, ExactMoney.Of(Cent), Some.Moment, caps) is BudgetAnswer.Fits);

        Assert.True(yes > Cap, "the variant is not broken");
    }

    private static async Task<int> ReserveAsync(KernelHarness harness, int callers)
    {
        var meter = harness.Process.Get<IModelMeter>();
        var leaves = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            try
            {
                return await meter.ReserveAsync(AgentName.Execution, Cent, TimeSpan.FromMinutes(1), CancellationToken.None) is ModelLeave.Granted;
            }
            catch (Contracts.AiOsException)
            {
                return false;
            }
        })));
        return leaves.Count(granted => granted);
    }

    private static async Task<(long Most, long Last)> MostUsedAsync(KernelHarness harness)
    {
        var (most, sum) = (0L, 0L);
        foreach (var stream in harness.Store.Commits().Select(commit => commit.Stream).Distinct())
        {
            foreach (var happened in (await harness.Process.Journal.ReadStreamAsync(stream, CancellationToken.None)).SelectMany(commit => commit.Events).OfType<ModelMoneyReserved>())
            {
                sum += happened.Amount.Minor;
                most = Math.Max(most, sum);
            }
        }

        return (most, sum);
    }
}
