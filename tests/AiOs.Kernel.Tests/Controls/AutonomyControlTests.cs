using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Controls;

/// <summary>Autonomy is offered with evidence, given by the operator alone, and gone at the first thing that speaks against it.</summary>
public sealed class AutonomyControlTests
{
    private const string Policy = """
        version: 1
        autonomy: { offerAfter: 3, within: 28d, decayAfter: 60d, mostEach: 50 }
        rules: []
        """;

    private const string Class = "execution/calendar.book/none/none";

    private static readonly EffectKind Book = new("calendar.book");

    [Fact]
    public async Task Offer_AfterEnoughUnedited_IsAcceptedThenRunsUnaskedThenFallsAtOnce()
    {
        await using var harness = await StartAsync();
        var controls = harness.Process.Get<IControls>();
        Assert.False((await controls.SetAutonomyAsync(Class, accept: true, ChannelName.Web, Some.Operator, CancellationToken.None)).Accepted);
        for (var number = 0; number < 3; number++)
        {
            await harness.DecideAsync((await harness.ReceivedAsync(Some.Mail(number))).Approvals[0], DecisionKind.Approve);
        }

        var offered = Assert.Single(await controls.AutonomyAsync(CancellationToken.None));
        Assert.Equal((Class, "offered", 3, 3), (offered.Name, offered.State, offered.Seen, offered.Unedited));
        Assert.Single((await harness.ReceivedAsync(Some.Mail(10))).Approvals);
        Assert.True((await controls.SetAutonomyAsync(Class, accept: true, ChannelName.Web, Some.Operator, CancellationToken.None)).Accepted);

        var unasked = await harness.ReceivedAsync(Some.Mail(11));
        Assert.Equal((WorkItemState.Done, 0), (unasked.State, unasked.Approvals.Count));
        Assert.Contains(unasked.Why.Blocks.OfType<Contracts.Cards.CardBlock.Facts>().SelectMany(facts => facts.Rows), row => row.Name == "Rule" && row.Value.StartsWith("autonomy", StringComparison.Ordinal));

        await harness.DecideAsync((await harness.ViewAsync((await harness.Desk.RecentAsync(10, null, openOnly: true, CancellationToken.None))[0].Id)).Approvals[0], DecisionKind.Reject);
        Assert.Equal("fallen", Assert.Single(await controls.AutonomyAsync(CancellationToken.None)).State);
        Assert.Single((await harness.ReceivedAsync(Some.Mail(12))).Approvals);
    }

    [Fact]
    public async Task Revoke_Granted_AsksAgain()
    {
        await using var harness = await StartAsync();
        var controls = harness.Process.Get<IControls>();
        for (var number = 0; number < 3; number++)
        {
            await harness.DecideAsync((await harness.ReceivedAsync(Some.Mail(number))).Approvals[0], DecisionKind.Approve);
        }

        await controls.SetAutonomyAsync(Class, accept: true, ChannelName.Web, Some.Operator, CancellationToken.None);
        var revoked = await controls.SetAutonomyAsync(Class, accept: false, ChannelName.Web, Some.Operator, CancellationToken.None);

        Assert.True(revoked.Accepted);
        Assert.Single((await harness.ReceivedAsync(Some.Mail(20))).Approvals);
    }

    private static async Task<KernelHarness> StartAsync()
    {
        var harness = new KernelHarness { Others = [new ScriptedConnector { Kind = Book, Undo = Undo.Compensable, OutcomeClass = OutcomeClass.Keyed }] };
        harness.Agent.Write = _ => Some.Proposal(new EffectDraft(Book, """{"day":"2026-11-24"}"""));
        await harness.OpenAsync();
        Assert.True((await harness.Process.Get<IControls>().LoadPolicyAsync(Policy, CancellationToken.None)).Accepted);
        return harness;
    }
}
