using AiOs.Contracts.Desk;

namespace AiOs.Agents.Tests.Offices;

/// <summary>From nothing at all: all that the agents stand on can be said in the chat.</summary>
public sealed class FirstDayTests
{
    [Theory]
    [InlineData("new client Berg GmbH, office@berg.example, rate 85 EUR per hour, iban DE89 3704 0044 0532 0130 00", "our payment terms are 14 days")]
    [InlineData("neuer Kunde Berg GmbH, office@berg.example, Stundensatz 85 EUR pro Stunde, IBAN DE89370400440532013000", "unsere Zahlungsfrist ist 14 Tage")]
    public async Task Client_SaidInTheChat_IsInvoicedAndOffered(string client, string terms)
    {
        await using var harness = await Office.StartAsync();

        foreach (var said in new[] { client, terms, "our VAT rate is 19 %" })
        {
            var item = await harness.TypeAsync(said);
            Assert.DoesNotContain("Still missing", item.Told(), StringComparison.Ordinal);
            item = item.State is WorkItemState.AwaitingApproval ? await harness.ApproveAsync(item) : item;
            Assert.True(item.State is WorkItemState.Done, said + ": " + item.State + " " + item.Told());
        }

        var asked = await harness.TypeAsync("invoice Berg for October, 12 h");
        Assert.StartsWith("Which number shall the invoice have?", asked.Question, StringComparison.Ordinal);
        var invoice = (await harness.AnswerAsync(asked.Id, "2026-001")).Item!;
        Assert.True(invoice.State is WorkItemState.AwaitingApproval, invoice.Question + invoice.Told());
        Assert.Contains("1213.80 EUR", invoice.Told(), StringComparison.Ordinal);
        Assert.Contains("office@berg.example", invoice.Told(), StringComparison.Ordinal);
        var offer = await harness.TypeAsync("offer Berg a website, 10 h");
        Assert.True(offer.State is WorkItemState.AwaitingApproval, offer.Question + offer.Told());
        Assert.Contains("850.00 EUR", offer.Told(), StringComparison.Ordinal);
        Assert.Empty(harness.Mail.Calls);
    }
}
