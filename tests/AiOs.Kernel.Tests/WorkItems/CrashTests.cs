using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.WorkItems;

/// <summary>
/// One message from its arrival to its mail, ended at every boundary and again at every boundary of the recovery. Whoever was not answered
/// asks again, as channels and operators do. A plain run takes every first boundary and every other second one.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(OutcomeClass.Neither)]
    [InlineData(OutcomeClass.Keyed)]
    public async Task Crash_AtEveryBoundary_LosesNothingAndDoesNothingTwice(OutcomeClass outcome)
    {
        var states = new List<WorkItemState>();
        var crashes = 0;
        for (var first = 1; ; first++)
        {
            var crashedAtFirst = false;
            for (var second = Counts.Of(1 + (first % 2), 1); ; second += Counts.Of(2, 1))
            {
                var story = await PlayAsync(new KernelHarness { Mail = new ScriptedConnector { OutcomeClass = outcome } }, first, second);
                Assert.True(story.Faults.Count == 0, $"killed at {first} and {second}: {string.Join("; ", story.Faults)}");
                states.Add(story.State);
                crashes += story.Crashes;
                crashedAtFirst |= story.Crashes > 0;
                if (story.Crashes < 2)
                {
                    break;
                }
            }

            if (!crashedAtFirst)
            {
                break;
            }
        }

        output.WriteLine($"{crashes} crashes in {states.Count} stories");
        Assert.True(crashes > Counts.Of(80, 160), $"only {crashes} crashes");
        Assert.Equal(outcome is OutcomeClass.Neither, states.Contains(WorkItemState.OutcomeUnknown));
        Assert.Contains(WorkItemState.Done, states);
        Assert.All(states, state => Assert.True(state is WorkItemState.Done or WorkItemState.OutcomeUnknown));
    }

    /// <summary>The control: whoever calls first and journals afterwards sends twice, and the same look finds it.</summary>
    [Fact]
    public async Task Crash_WithoutIntentFirst_IsCaughtSendingTwice()
    {
        var faults = new List<string>();
        for (var first = 1; first < 20; first++)
        {
            var story = await PlayAsync(new KernelHarness(), first, secondCrash: null, decide: IntentLast.ApproveAsync);
            faults.AddRange(story.Faults);
        }

        Assert.Contains("the mail went out 2 times", faults);
    }

    [Fact]
    public async Task Crash_RightAfterTheVeryFirstCommit_DoesNotFreezeTheNextStart()
    {
        await using var harness = new KernelHarness();
        await Assert.ThrowsAsync<CrashException>(() => harness.OpenAsync(crashAt: 2));
        await harness.OpenAsync();

        Assert.Single(harness.Store.Commits());
        Assert.Null(harness.Desk.FrozenBecause);
    }

    private static async Task<Story> PlayAsync(KernelHarness harness, int firstCrash, int? secondCrash, Func<KernelHarness, ApprovalView, Task>? decide = null)
    {
        await using var open = harness;
        harness.Agent.Write = _ => Some.Proposal(Some.Note("asked"), Some.Email("Thank you."));
        var crashes = 0;
        var told = new List<WorkItemId>();
        while (true)
        {
            try
            {
                await harness.OpenAsync(crashes switch { 0 => firstCrash, 1 => secondCrash, _ => null });
                var receipt = await harness.ReceiveAsync(Some.Mail());
                told.Add(receipt.WorkItem);
                if ((await harness.ViewAsync(receipt.WorkItem)).Approvals is [.., { State: "open" } approval])
                {
                    await (decide ?? ((kernel, card) => kernel.DecideAsync(card, DecisionKind.Approve)))(harness, approval);
                }

                await harness.TickAsync(TimeSpan.FromMinutes(2));
                break;
            }
            catch (CrashException)
            {
                crashes++;
            }
        }

        return await LookAsync(harness, told, crashes);
    }

    private static async Task<Story> LookAsync(KernelHarness harness, List<WorkItemId> told, int crashes)
    {
        var faults = new List<string>();
        var item = await harness.ViewAsync(told[^1]);
        var events = await harness.Process.Journal.ReadStreamAsync(StreamId.Of(item.Id), CancellationToken.None);
        faults.AddRange(History.FaultsIn(events));
        var rows = await harness.Store.ListWorkItemsAsync(10, before: null, openOnly: false, CancellationToken.None);
        var sent = harness.Mail.Done.Count;
        var notes = harness.Store.Commits().Count(commit => commit.Stream.Value.StartsWith("knowledge/", StringComparison.Ordinal));
        Must(rows.Count == 1 && told.Distinct().Count() == 1, $"{rows.Count} work items for one message");
        Must(sent <= 1, $"the mail went out {sent} times");
        Must(notes <= 1, $"the note was kept {notes} times");
        Must(item.State is not WorkItemState.Done || (sent == 1 && notes == 1), "done is said of what was not done");
        Must(item.State is not WorkItemState.OutcomeUnknown || events.Any(commit => commit.Events.Any(happened => happened is EffectOutcomeUnknown)), "unknown without an event");
        Must(harness.Desk.FrozenBecause is null, "the host is frozen");
        Must((await harness.Desk.VerifyAsync(CancellationToken.None)).Ok, "the chain is broken");
        Must((await harness.Process.Workspace.RebuildAsync(CancellationToken.None)).Same, "the projections are not those of the journal");
        return new Story(item.State, crashes, faults);

        void Must(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }

    private sealed record Story(WorkItemState State, int Crashes, IReadOnlyList<string> Faults);
}
