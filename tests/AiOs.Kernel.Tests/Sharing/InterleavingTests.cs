using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Sharing;

/// <summary>Two hosts on one store, one of them killed somewhere in between: nothing is done twice and nothing is left lying.</summary>
public sealed class InterleavingTests
{
    private const int Mails = 4;

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(4);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(OutcomeClass.Keyed)]
    [InlineData(OutcomeClass.Neither)]
    public async Task TwoHosts_OneKilledSomewhere_FinishEverythingAndNothingTwice(OutcomeClass outcome)
    {
        var lost = 0;
        var rounds = Counts.Full ? 200 : 20;
        // Which host a tap reaches first is up to the threads, so it goes on until enough calls lost theirs.
        for (var seed = 1; seed <= rounds || (lost <= rounds / 10 && seed <= rounds * 10); seed++)
        {
            await using var harness = Shaken(seed, outcome);
            var first = await harness.RunAsync();
            var second = await harness.RunAsync();
            lost += await PlayAsync(harness, seed % 2 == 0 ? [first, second] : [second, first], seed / 2);
            await harness.UntilAsync(() => States(harness).Count(state => state is WorkItemState.Done or WorkItemState.OutcomeUnknown) == Mails, Long, Step);

            Assert.Empty(FaultsIn(harness, outcome));
            Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
            foreach (var row in await harness.Store.ListWorkItemsAsync(10, null, openOnly: false, Token))
            {
                Assert.Empty(History.FaultsIn(await harness.Process.Journal.ReadStreamAsync(StreamId.Of(row.Id), Token)));
            }
        }

        Assert.True(lost > rounds / 10, $"Only {lost} calls lost their host.");
    }

    /// <summary>The control: hosts that each take the shared store for their own conclude what the other is just doing.</summary>
    [Fact]
    public async Task Control_EachHostThinksItIsAlone_IsSeen()
    {
        var seen = 0;
        for (var seed = 1; seed <= 10 && seen == 0; seed++)
        {
            await using var harness = Shaken(seed, OutcomeClass.Neither, exclusive: true);
            var answer = new TaskCompletionSource<EffectResult?>(TaskCreationOptions.RunContinuationsAsynchronously);
            harness.Mail.Answer = (_, _, _) => answer.Task;
            await harness.OpenAsync();
            var item = await harness.ReceivedAsync();
            var deciding = harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
            await Eventually.TrueAsync(() => harness.Mail.Calls.Count == 1);
            await harness.OpenAsync();
            seen += States(harness).Contains(WorkItemState.OutcomeUnknown) ? 1 : 0;
            answer.SetResult(null);
            await deciding;
        }

        Assert.True(seen > 0);
    }

    /// <summary>Writes and calls take turns as the seed has it; the same seed never gives quite the same run, since threads take part.</summary>
    private static KernelHarness Shaken(int seed, OutcomeClass outcome, bool exclusive = false)
    {
        var entropy = new SeededEntropy(seed);
        async Task YieldAsync()
        {
            var byteOf = new byte[1];
            entropy.Fill(byteOf);
            for (var turn = 0; turn < byteOf[0] % 4; turn++)
            {
                await Task.Yield();
            }
        }

        return new KernelHarness(seed)
        {
            Store = new InMemoryJournalStore { IsExclusive = exclusive, BeforeAppend = _ => YieldAsync() },
            Mail = new ScriptedConnector
            {
                OutcomeClass = outcome,
                Answer = async (_, _, _) =>
                {
                    await YieldAsync();
                    return null;
                },
            },
        };
    }

    /// <summary>Mails come in at both hosts, each card is tapped at both at once, and meanwhile one host dies.</summary>
    private static async Task<int> PlayAsync(KernelHarness harness, KernelProcess[] hosts, int seed)
    {
        var items = new List<WorkItemView>();
        for (var number = 0; number < Mails; number++)
        {
            var receipt = await hosts[number % 2].Inbox.ReceiveAsync(Some.Mail(number), Token);
            items.Add((await hosts[1].Desk.FindAsync(receipt.WorkItem, Token))!);
        }

        var dies = seed % (Mails + 2);
        harness.Mail.OnCall = _ =>
        {
            if (harness.Mail.Calls.Count == dies)
            {
                hosts[0].Boundary.Die();
            }
        };
        var taps = items.SelectMany(item => hosts.Select(host => Task.Run(() => TapAsync(host, item), Token)));
        await Task.WhenAll(taps);
        var performing = States(harness).Count(state => state is WorkItemState.Performing);
        if (hosts[0].Boundary.Crashed.IsCompleted)
        {
            // Where the dead one took a tap and nothing of it was kept, the operator taps again.
            await Task.WhenAll(items.Select(item => TapAsync(hosts[1], item)));
        }

        return performing;
    }

    private static async Task TapAsync(KernelProcess host, WorkItemView item)
    {
        var card = item.Approvals[0];
        try
        {
            await host.Desk.DecideAsync(
                new OperatorDecision { Approval = card.Id, Kind = DecisionKind.Approve, Digest = card.Digest, Nonce = card.Nonce ?? string.Empty, Confirmation = card.Confirm, Channel = ChannelName.Web, By = Some.Operator },
                Token);
        }
        catch (Exception fault) when (host.Boundary.Crashed.IsCompleted && fault is CrashException or AiOsException)
        {
            // That is how a tap at a dead host ends.
        }
    }

    private static List<WorkItemState> States(KernelHarness harness)
    {
        var states = new List<WorkItemState>();
        harness.Store.Use(tables => states.AddRange(tables.WorkItems.Values.Select(row => row.State)));
        return states;
    }

    private static IEnumerable<string> FaultsIn(KernelHarness harness, OutcomeClass outcome)
    {
        var calls = harness.Mail.Calls.GroupBy(call => call.Key).ToArray();
        var done = harness.Mail.Done.GroupBy(call => call.Key).ToArray();
        return done.Where(group => group.Count() > 1).Select(group => $"{group.Key} was done {group.Count()} times")
            .Concat(calls.Where(group => outcome is OutcomeClass.Neither && group.Count() > 1).Select(group => $"{group.Key} was called {group.Count()} times"))
            .Concat(calls.Where(group => group.DistinctBy(call => call.Digest).Count() > 1).Select(group => $"{group.Key} came with other bytes"))
            .Concat(outcome is OutcomeClass.Neither || calls.Length == Mails ? [] : [$"{calls.Length} effects were called, not {Mails}"])
            .Concat(States(harness).Count(state => state is WorkItemState.Done) is var told && told <= done.Length ? [] : [$"{told} are told done, but {done.Length} are"]);
    }
}
