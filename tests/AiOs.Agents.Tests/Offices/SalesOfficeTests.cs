using AiOs.Contracts.Desk;

namespace AiOs.Agents.Tests.Offices;

/// <summary>An offer out of a client's contract, its entry in the ledger, how it ended, and what the next offer makes of that.</summary>
public sealed class SalesOfficeTests
{
    [Fact]
    public async Task Offer_ApprovedAndWon_IsInTheLedgerAndFeedsTheNext()
    {
        await using var harness = await Office.StartAsync();
        await harness.KnowAsync("client/berg", ("name", "Berg GmbH"), ("email", "office@berg.example"));
        await harness.KnowAsync("contract/berg", ("title", "Care"), ("client", "client/berg"), ("rate", "90 EUR per hour"), ("discount", "10 %"));

        var asked = await harness.TypeAsync("offer client/berg a new website, 40 h");
        Assert.Equal(WorkItemState.AwaitingApproval, asked.State);
        Assert.Empty(harness.Mail.Calls);
        await harness.ApproveAsync(asked);
        Assert.Contains("Total: 3240.00 EUR", Assert.Single(harness.Mail.Done).Bytes, StringComparison.Ordinal);
        const string Ledger = "negotiation/berg-20261122";
        Assert.EndsWith("| operator | 3240.00 EUR | a new website, 40 h", await harness.SaysAsync(Ledger, "entry-1"), StringComparison.Ordinal);

        await harness.TypeAsync("won client/berg: they take it for 3,000 EUR");
        Assert.EndsWith("| client/berg | 3000.00 EUR | they take it for 3,000 EUR", await harness.SaysAsync(Ledger, "entry-2"), StringComparison.Ordinal);

        var next = await harness.TypeAsync("offer Berg a shop, 10 h");
        Assert.Contains("won at 3000.00 EUR on 2026-11-22: they take it for 3,000 EUR (negotiation/berg-20261122, version 2)", next.Told(), StringComparison.Ordinal);
        Assert.DoesNotContain("3000", next.Effects.Single(effect => effect.Kind == Contracts.Ids.EffectKind.EmailSend).Preview, StringComparison.Ordinal);
    }
}
