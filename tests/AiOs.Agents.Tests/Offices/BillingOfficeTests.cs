using AiOs.Contracts.Desk;

namespace AiOs.Agents.Tests.Offices;

/// <summary>From the hours to the money: one invoice, asked for before it is sent, its reminder, its payment, and what comes of paying late.</summary>
public sealed class BillingOfficeTests
{
    [Fact]
    public async Task Invoice_FromTypedHours_IsAskedSentRemindedAndPaid()
    {
        await using var harness = await Office.StartAsync();
        await harness.KnowAsync("client/berg", ("name", "Berg GmbH"), ("email", "office@berg.example"), ("rate", "85 EUR per hour"));
        await harness.KnowAsync("playbook/main", ("payment-terms", "14 days"), ("late-payment-terms", "7 days"), ("vat-rate", "19 %"));
        await harness.KnowAsync("invoice/2026-016", ("number", "2026-016"), ("client", "client/berg"), ("amount", "500.00 EUR"), ("due", "2026-10-01"));

        var asked = await harness.TypeAsync("invoice client/berg for October, 12 h");
        Assert.Equal(WorkItemState.AwaitingApproval, asked.State);
        Assert.Empty(harness.Mail.Calls);
        Assert.Contains("(client/berg, version 3)", asked.Told(), StringComparison.Ordinal);
        var sent = await harness.ApproveAsync(asked);
        Assert.Equal(WorkItemState.Done, sent.State);
        Assert.Contains("1213.80 EUR", Assert.Single(harness.Mail.Done).Bytes, StringComparison.Ordinal);
        Assert.Equal("1213.80 EUR", await harness.SaysAsync("invoice/2026-017", "amount"));

        await harness.TickAsync(TimeSpan.FromDays(40));
        var reminder = await harness.TypeAsync("send a reminder for invoice 2026-017");
        Assert.Equal(WorkItemState.AwaitingApproval, reminder.State);
        Assert.Contains("1213.80 EUR", reminder.Told(), StringComparison.Ordinal);
        await harness.ApproveAsync(reminder);
        Assert.Equal(2, harness.Mail.Done.Count);

        var part = await harness.TypeAsync("Payment received from Berg, 1,000 EUR, ref 2026-017");
        Assert.Contains("so 213.80 EUR are left", part.Question, StringComparison.Ordinal);
        Assert.Null(await harness.SaysAsync("invoice/2026-017", "paid"));

        var whole = await harness.TypeAsync("Payment received from Berg, 1,213.80 EUR, ref 2026-017");
        Assert.True(whole.State is WorkItemState.Done, whole.State + " " + whole.Told());
        Assert.Equal("paid", await harness.SaysAsync("invoice/2026-017", "state"));
        Assert.Contains("not open any more", (await harness.TypeAsync("send a reminder for invoice 2026-017")).Told(), StringComparison.Ordinal);

        var next = await harness.TypeAsync("invoice client/berg for November, 3 h");
        Assert.Contains("so the terms are those for who paid late", next.Told(), StringComparison.Ordinal);
        Assert.Equal(2, harness.Mail.Done.Count);
    }

    [Fact]
    public async Task Invoice_NoRateAnywhere_IsAskedForOnceAndKept()
    {
        await using var harness = await Office.StartAsync();
        await harness.KnowAsync("client/berg", ("name", "Berg GmbH"), ("email", "office@berg.example"));
        await harness.KnowAsync("playbook/main", ("payment-terms", "14 days"));
        await harness.KnowAsync("invoice/2026-016", ("number", "2026-016"), ("client", "client/berg"), ("amount", "500.00 EUR"), ("due", "2026-10-01"));

        var asked = await harness.TypeAsync("invoice Berg for October, 10 h");
        Assert.Equal(WorkItemState.NeedsAnswer, asked.State);
        var answered = (await harness.AnswerAsync(asked.Id, "90 EUR per hour")).Item!;

        Assert.Equal(WorkItemState.AwaitingApproval, answered.State);
        Assert.Contains("900.00 EUR", answered.Told(), StringComparison.Ordinal);
        Assert.Equal("90 EUR per hour", await harness.SaysAsync("client/berg", "rate"));
    }
}
