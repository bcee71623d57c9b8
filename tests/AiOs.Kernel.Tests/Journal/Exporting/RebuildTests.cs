using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Journal.Exporting;

public sealed class RebuildTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Rebuild_AfterAMixedRun_EqualsLive(int seed)
    {
        await using var harness = await KernelHarness.StartAsync(seed);
        await MixAsync(harness, new Random(seed));
        var (same, commits) = await harness.Process.Workspace.RebuildAsync(Token);
        var states = (await harness.Desk.CostsAsync(Token)).WorkItems;

        Assert.True(same);
        Assert.Equal(harness.Store.Commits().Count, commits);
        Assert.True(states.Count >= 5, $"only {string.Join(", ", states.Keys)}");
        Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
    }

    [Fact]
    public async Task Rebuild_RowsThatDrifted_SaysSoAndSetsThemRight()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        var right = await harness.Store.ReadProjectionsAsync(Token);
        harness.Store.Use(tables => tables.WorkItems[item.Id] = tables.WorkItems[item.Id] with { State = WorkItemState.Done, WakeAt = null });
        var drifted = await harness.Process.Workspace.RebuildAsync(Token);
        harness.Store.Use(tables => tables.Approvals.Clear());
        var lost = await harness.Process.Workspace.RebuildAsync(Token);
        var again = await harness.Process.Workspace.RebuildAsync(Token);

        Assert.Equal((false, false, true), (drifted.Same, lost.Same, again.Same));
        Assert.Equal(right.WorkItems, (await harness.Store.ReadProjectionsAsync(Token)).WorkItems);
    }

    private static async Task MixAsync(KernelHarness harness, Random random)
    {
        harness.Agent.Write = brief => random.Next(6) switch
        {
            0 => Some.Proposal(Some.Note("asked")),
            1 => Some.Proposal(Some.Client("Köln", expected: random.Next(2))),
            2 => Some.Proposal(Some.Email("It costs [?price].")),
            3 => Some.Proposal(Some.Email("Thank you.")) with { Question = "What does it cost?" },
            _ => Some.Proposal(Some.Note("asked"), Some.Email("Thank you.")),
        };
        harness.Mail.Answer = (_, _, _) => Task.FromResult<EffectResult?>(random.Next(4) switch
        {
            0 => new EffectResult.Failed("No.", MayRetry: false),
            1 => new EffectResult.Unknown("Perhaps."),
            _ => null,
        });
        for (var number = 0; number < 120; number++)
        {
            if (random.Next(8) == 0)
            {
                harness.Store.FailNext(StoreFault.LostReply);
            }

            var item = await harness.ReceivedAsync(Some.Mail(random.Next(100)));
            await TouchAsync(harness, item, random);
            if (random.Next(20) == 0)
            {
                await harness.CrashAsync();
            }

            await harness.TickAsync(TimeSpan.FromHours(random.Next(6)));
        }
    }

    private static async Task TouchAsync(KernelHarness harness, WorkItemView item, Random random)
    {
        if (item.Approvals is [.., { State: "open" } open] && random.Next(3) > 0)
        {
            await harness.DecideAsync(open, (DecisionKind)random.Next(3), "shorter");
        }
        else if (item.Question is not null && random.Next(2) == 0)
        {
            await harness.AnswerAsync(item.Id, "900 EUR");
        }
        else if (item.State is WorkItemState.OutcomeUnknown)
        {
            await harness.SettleAsync(item, (Settlement)random.Next(3));
        }
    }
}
