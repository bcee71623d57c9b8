using System.Collections.Concurrent;
using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Approvals;

/// <summary>R7: cards that get four contradictory taps from eight threads and two channels. One wins, and nobody is told anything else.</summary>
public sealed class ContradictionTests(ITestOutputHelper output)
{
    private const int Threads = 8;
    private const int Taps = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decide_ContradictoryFromManyThreads_OneWinsAndTheRestAreToldTheTruth()
    {
        await using var harness = await KernelHarness.StartAsync();
        var cards = await CardsAsync(harness, Counts.Of(300, 10_000));
        var told = await RaceAsync(cards, decision => harness.Desk.DecideAsync(decision, Token));
        var look = await LookAsync(harness, cards, told);
        output.WriteLine(look.ToString());

        Assert.True(look.Faults.Count == 0, string.Join('\n', look.Faults.Take(20)));
        Assert.Equal((cards.Count, cards.Count * (Taps - 1)), (look.Winners, look.Told));
        Assert.True(look.Approved > cards.Count / 10 && look.Rejected > cards.Count / 20 && look.Changed > cards.Count / 20, $"the taps did not race: {look}");
        Assert.Equal(look.Approved, harness.Mail.Done.Count);
        Assert.Equal(look.Approved, harness.Mail.Done.Select(call => call.Key).Distinct().Count());
        Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
    }

    /// <summary>The control: whoever does not look whether a card was decided lets several taps win, and the same look finds it.</summary>
    [Fact]
    public async Task Decide_BlindForThePhase_IsCaught()
    {
        await using var harness = await KernelHarness.StartAsync();
        var cards = await CardsAsync(harness, 20);
        var look = await LookAsync(harness, cards, await RaceAsync(cards, decision => PhaseBlind.DecideAsync(harness, decision)));

        Assert.Contains(look.Faults, fault => fault.Contains("4 winners", StringComparison.Ordinal));
        Assert.Contains(look.Faults, fault => fault.Contains("decided twice", StringComparison.Ordinal));
    }

    private static async Task<List<ApprovalView>> CardsAsync(KernelHarness harness, int count)
    {
        var cards = new List<ApprovalView>(count);
        for (var number = 0; number < count; number++)
        {
            cards.Add((await harness.ReceivedAsync(Some.Mail(number))).Approvals[0]);
        }

        return cards;
    }

    /// <summary>Half of the threads take the even cards and half the odd ones; each card gets every tap once, in an order that turns.</summary>
    private static async Task<IReadOnlyCollection<Tapped>> RaceAsync(List<ApprovalView> cards, Func<OperatorDecision, Task<DecisionOutcome>> decide)
    {
        var told = new ConcurrentBag<Tapped>();
        using var start = new Barrier(Threads);
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Token);
                for (var index = thread / Taps; index < cards.Count; index += Threads / Taps)
                {
                    var decision = TapOf(cards[index], (thread + index) % Taps, thread);
                    told.Add(new Tapped(decision, decide(decision).GetAwaiter().GetResult()));
                }
            },
            Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        return told;
    }

    private static OperatorDecision TapOf(ApprovalView card, int tap, int thread) => new()
    {
        Approval = card.Id,
        Kind = tap switch { 0 or 3 => DecisionKind.Approve, 1 => DecisionKind.Reject, _ => DecisionKind.Change },
        Digest = card.Digest,
        Nonce = card.Nonce!,
        Channel = new ChannelName(tap == 3 ? "chat" : "web"),
        By = string.Create(CultureInfo.InvariantCulture, $"tap{thread}"),
        Text = "Other words.",
    };

    private static async Task<Look> LookAsync(KernelHarness harness, List<ApprovalView> cards, IReadOnlyCollection<Tapped> told)
    {
        var look = new Look { Taps = told.Count };
        var byCard = told.ToLookup(one => one.Decision.Approval);
        foreach (var card in cards)
        {
            var item = (await harness.Desk.FindAsync(card.Id, Token))!;
            look.Take(item, item.Approvals.First(approval => approval.Id == card.Id), [.. byCard[card.Id]]);
            look.Faults.AddRange(History.FaultsIn(await harness.Process.Journal.ReadStreamAsync(StreamId.Of(item.Id), Token)));
        }

        return look;
    }
}
