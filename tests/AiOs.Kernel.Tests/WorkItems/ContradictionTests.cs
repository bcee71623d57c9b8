using System.Collections.Concurrent;
using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.WorkItems;

public sealed class ContradictionTests
{
    private const int Cards = 1000;
    private const int Threads = 8;

    private static readonly DecisionKind[] Kinds = [DecisionKind.Approve, DecisionKind.Reject, DecisionKind.Approve, DecisionKind.Change];

    [Fact]
    public async Task Decide_ContradictoryFromManyThreads_OneWinsAndTheRestAreToldTheTruth()
    {
        await using var harness = await KernelHarness.StartAsync();
        var cards = new List<ApprovalView>();
        for (var number = 0; number < Cards; number++)
        {
            cards.Add((await harness.ReceivedAsync(Some.Mail(number))).Approvals[0]);
        }

        var outcomes = new ConcurrentBag<(int Card, string By, DecisionKind Kind, DecisionOutcome Outcome)>();
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            var by = string.Create(CultureInfo.InvariantCulture, $"tap{thread}");
            for (var index = 0; index < Cards; index++)
            {
                var kind = Kinds[(thread + index) % Kinds.Length];
                outcomes.Add((index, by, kind, await harness.DecideAsync(cards[index], kind, "other words", thread % 2 == 0 ? "web" : "chat", by)));
            }
        })));

        var approved = 0;
        foreach (var card in outcomes.GroupBy(outcome => outcome.Card))
        {
            var winner = Assert.Single(card, outcome => outcome.Outcome.Accepted);
            approved += winner.Kind is DecisionKind.Approve ? 1 : 0;
            var truth = (winner.Kind switch { DecisionKind.Approve => "Approved", DecisionKind.Reject => "Rejected", _ => "Changed" }) + $" by {winner.By} in ";
            Assert.All(card.Where(outcome => outcome != winner), loser => Assert.Contains(truth, loser.Outcome.Sentence, StringComparison.Ordinal));
        }

        Assert.Equal(Cards * Threads, outcomes.Count);
        Assert.Equal(approved, harness.Mail.Done.Count);
        Assert.Equal(approved, harness.Mail.Done.Select(call => call.Key).Distinct().Count());
        Assert.True(approved is > 100 and < 900, $"{approved} of {Cards} were approved: the threads did not race");
        Assert.True((await harness.Desk.VerifyAsync(TestContext.Current.CancellationToken)).Ok);
    }
}
