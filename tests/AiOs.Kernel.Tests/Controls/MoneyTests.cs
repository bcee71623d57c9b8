using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Models;
using AiOs.Contracts.Proposals;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Controls;

/// <summary>Caps stop in the middle: of a run of model calls, and of a plan.</summary>
public sealed class MoneyTests
{
    private const string Policy = """
        version: 1
        caps:
          model: { day: 1.00 }
          spending: { ads: { month: 200 } }
        rules: []
        """;

    private static readonly EffectKind Pay = new("ads.buy");

    private static readonly CancellationToken Token = CancellationToken.None;

    [Fact]
    public async Task Model_CapReachedInTheMiddleOfARun_RefusesTheNextCall()
    {
        await using var harness = await StartAsync();
        var meter = harness.Process.Get<IModelMeter>();
        var leaves = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => meter.ReserveAsync(AgentName.Execution, new Money(10, "EUR"), TimeSpan.FromMinutes(1), Token)));
        var granted = leaves.OfType<ModelLeave.Granted>().ToArray();

        Assert.Equal(10, granted.Length);
        Assert.All(leaves.OfType<ModelLeave.Refused>(), refused => Assert.Contains("1.00 EUR a day", refused.Sentence, StringComparison.Ordinal));

        await meter.SettleAsync(granted[0], new Money(1, "EUR"), Token);
        await meter.SettleAsync(granted[0], new Money(100, "EUR"), Token);

        Assert.IsType<ModelLeave.Refused>(await meter.ReserveAsync(AgentName.Execution, new Money(10, "EUR"), TimeSpan.FromMinutes(1), Token));
        Assert.IsType<ModelLeave.Granted>(await meter.ReserveAsync(AgentName.Execution, new Money(9, "EUR"), TimeSpan.FromMinutes(1), Token));
    }

    [Fact]
    public async Task Plan_SecondEffectOverTheCap_IsRefusedBeforeAnythingIsAsked()
    {
        await using var harness = await StartAsync();
        harness.Agent.Write = _ => Some.Proposal(Ad(120), Ad(120));
        var item = await harness.ReceivedAsync();

        Assert.Equal((WorkItemState.Rejected, 0), (item.State, item.Approvals.Count));
        Assert.Contains("capped at 200.00 EUR a month", string.Join(' ', item.Why.Blocks.OfType<Contracts.Cards.CardBlock.Facts>().SelectMany(facts => facts.Rows).Select(row => row.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approved_CapUsedUpMeanwhile_DoesNotRun()
    {
        await using var harness = await StartAsync();
        harness.Agent.Write = _ => Some.Proposal(Ad(150));
        var first = await harness.ReceivedAsync(Some.Mail(1));
        var second = await harness.ReceivedAsync(Some.Mail(2));
        var paid = await harness.DecideAsync(first.Approvals[0], DecisionKind.Approve);
        var refused = await harness.DecideAsync(second.Approvals[0], DecisionKind.Approve);

        Assert.Equal((WorkItemState.Done, WorkItemState.Rejected), (paid.Item!.State, refused.Item!.State));
        var cap = Assert.Single((await harness.Process.Get<IControls>().BudgetAsync(Token)).Caps, cap => cap.Name == "spending/ads/month");
        Assert.Equal((150_00, false), (cap.Used.Minor, cap.IsOver));
    }

    private static EffectDraft Ad(int euros) => new(Pay, $$"""{"euros":{{euros}}}""");

    private static async Task<KernelHarness> StartAsync()
    {
        var ads = new ScriptedConnector
        {
            Kind = Pay,
            Category = EffectCategory.Money,
            OutcomeClass = OutcomeClass.Keyed,
            Facts = effect => new EffectFacts { Cost = new Money(Euros(effect) * 100, "EUR"), Spend = "ads" },
        };
        var harness = new KernelHarness { Others = [ads] };
        await harness.OpenAsync();
        Assert.True((await harness.Process.Get<IControls>().LoadPolicyAsync(Policy, Token)).Accepted);
        return harness;
    }

    private static long Euros(Effect effect)
    {
        using var document = System.Text.Json.JsonDocument.Parse(effect.Bytes);
        return document.RootElement.GetProperty("args").GetProperty("euros").GetInt64();
    }
}
